using System.CommandLine;
using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Output;
using ManifestLinker.Runtime.Progress;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Commands;

/// <summary><c>mlc iso</c>: makes the image of a CD that starts a platform.</summary>
internal sealed class IsoCommand() : MediaCommand(
    "iso",
    "Make an ISO image that starts a platform, by BIOS and by UEFI.",
    "mlc iso output --boot output/boot-20260101T000000Z.tgz --cdboot proto/boot/cdboot --console ttya")
{
    private readonly Option<string?> output = ProjectOptions.Single("-o", "FILE", "The image; output-iso/PLATFORM.iso where it is not given.");
    private readonly Option<string?> label = ProjectOptions.Single("-V", "LABEL", $"The name of the volume; {IsoMedium.DefaultLabel} where it is not given.");
    private readonly Option<string?> cdboot = ProjectOptions.Single("--cdboot", "FILE", "The first stage for a BIOS; boot/cdboot of the boot area where it is not given.");

    protected override void AddTo(Command command)
    {
        Inputs.AddTo(command);
        command.Add(cdboot);
        command.Add(label);
        command.Add(output);
        base.AddTo(command);
    }

    protected override string Input(ParseResult options, WorkspaceFile? workspace) => Inputs.Of(options);

    protected override Func<string>? Plan(ParseResult options, WorkspaceFile? workspace, PassReporter reporter, ICollection<Finding> findings)
    {
        MediaPlatform platform = reporter.Pass("open the platform", 0, _ => Inputs.Platform(options, Invocation));
        BootArea boot = reporter.Pass("open the boot area", 0, _ => Inputs.Boot(options, Invocation, workspace, platform));
        BootConsole console = Inputs.Console(options, workspace);
        long time = Invocation.SourceDate ?? platform.Stamp.Seconds;
        string name = options.GetValue(label) ?? workspace?.Media.Label?.Value ?? IsoMedium.DefaultLabel;
        FileTree contents = MediaTree.Of(boot, platform, console, time, Inputs.WithRootPassword(options));
        ByteSource? first = options.GetValue(cdboot) is { } file ? FileBytes.Of(Invocation.Host.Files, file) : null;
        if (IsoMedium.Plan(boot, contents, first, name, time, findings) is not { } plan) return null;
        (string folder, string image) = Place(options.GetValue(output), "output-iso", $"{platform.Prefix}.iso");
        int jobs = Global.JobsOf(options);
        return () =>
        {
            var part = new MediaFile(image, "write the ISO image", plan.Image.Length, (stream, advance) => ImageFile.WriteData(plan.Image, Invocation.Host.Files, stream.Name, jobs, advance, Invocation.Cancel));
            MediaFiles.Write(Invocation.Host, folder, [part], time, reporter, Invocation.Cancel);
            return string.Create(CultureInfo.InvariantCulture, $"made {Shown(folder, image)}: {ByteSize.Show(plan.Image.Length)}, volume {name}, console {console.Name}\n");
        };
    }
}
