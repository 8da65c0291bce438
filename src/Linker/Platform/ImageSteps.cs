using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Linker.Platform.Transforms;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// What the link does to the image before it makes the list of digests, in the order of build_live. A step that cannot be done is left out, and
/// a finding says so.
/// </summary>
public sealed class ImageSteps
{
    private readonly LinkInput input;
    private readonly ICollection<Finding> findings;
    private readonly List<AppliedTransform> applied = [];

    private ImageSteps(LinkInput input, FileTree delivered, ICollection<Finding> findings)
    {
        this.input = input;
        this.findings = findings;
        Image = delivered;
    }

    /// <summary>The image as the steps left it.</summary>
    public FileTree Image { get; private set; }

    /// <summary>The steps that were done, in order.</summary>
    public IReadOnlyList<AppliedTransform> Applied => applied;

    /// <summary>The password that was set; null where none was.</summary>
    public RootPassword? Password { get; private set; }

    /// <summary>
    /// Does to <paramref name="delivered"/> what <paramref name="input"/> asks for. The order of the manual comes before the workspace's own steps,
    /// because what lists the pages may read it.
    /// </summary>
    public static ImageSteps Run(LinkInput input, FileTree delivered, ICollection<Finding> findings)
    {
        var steps = new ImageSteps(input, delivered, findings);
        AssemblyProfile profile = input.Profile.Assembly;
        long time = input.Stamp.Seconds;
        steps.Write(steps.Delivered(input.Profile.Manual.OrderFile), path => ManualOrder.Write(path, input.Profile.Manual.Ranks, time));
        foreach (ImageTransform step in input.Steps) steps.Do(step);
        steps.SetPassword(profile.Shadow);
        steps.Write(steps.Delivered(profile.Versions), path => VersionsFile.Write(path, input.GitStatus, time));
        steps.Write(profile.Release, path => ReleaseFile.Write(path, input.Release, input.Stamp, input.GitStatus));
        steps.Do(EmptiedFiles.Empty([.. profile.Emptied.Where(path => CanBeWritten(steps.Image, path, findings))], time));
        steps.Do(TopDirectory.Settle(time));
        return steps;
    }

    /// <summary>Whether a file can stand at <paramref name="path"/>: nothing is there but a file, and nothing above it but directories. If not, a finding says so.</summary>
    public static bool CanBeWritten(FileTree image, ImagePath path, ICollection<Finding> findings)
    {
        for (ImagePath at = path; !at.IsRoot; at = at.Parent)
        {
            FileKind wanted = at == path ? FileKind.Regular : FileKind.Directory;
            if (image.Find(at) is not { } found || found.Kind == wanted) continue;
            findings.Add(BlockedPath.At(path, at, KindName.Of(found.Kind)));
            return false;
        }
        return true;
    }

    private ImagePath? Delivered(ImagePath? path) => path is { } place && Image.Find(place) is not null ? place : null;

    private void Write(ImagePath? path, Func<ImagePath, ImageTransform> step)
    {
        if (path is { } place && CanBeWritten(Image, place, findings)) Do(step(place));
    }

    private void SetPassword(ImagePath? table)
    {
        if (table is not { } shadow || input.RootPassword is not { } password) return;
        if (ShadowPassword.Fault(Image, shadow) is { } fault)
        {
            findings.Add(fault);
            return;
        }
        Do(ShadowPassword.Set(shadow, password.Hash, input.Stamp.Seconds));
        Password = password;
    }

    private void Do(ImageTransform step)
    {
        (Image, IReadOnlyList<AppliedTransform> done) = AppliedTransform.All(Image, [step]);
        applied.AddRange(done);
    }
}
