using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC4003: Something that runs before /usr is mounted needs something in /usr.</summary>
public static class RootDependsOnUsr
{
    private static readonly ImagePath[] Early = [ImagePath.Parse("lib"), ImagePath.Parse("sbin"), ImagePath.Parse("kernel"), ImagePath.Parse("platform")];
    private static readonly ImagePath Commands = ImagePath.Parse("sbin");

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4003",
        Name = "root-depends-on-usr",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "Something that runs before /usr is mounted needs something in /usr.",
        Explanation =
            "What lies in /lib, /sbin and /kernel is in the boot archive and may run before /usr.lgz is mounted; then there is nothing of /usr but the few "
            + "files that the link puts under the mount point. A library in /lib that needs one in /usr/lib cannot be loaded then. What those few files need is "
            + "looked at as well.",
        Bad = "(sbin/zfs needs libuutil.so.1, which is in usr/lib)",
        Good = "(libuutil.so.1 is in lib)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        AuditedImage image = survey.Image;
        HashSet<Inode> under = [.. image.Profile.Underfiles.Select(path => image.FileAt(path.Text)?.Inode).OfType<Inode>()];
        foreach (LinkedObject user in survey.Objects.Concat(survey.Modules).OrderBy(found => found.Name))
        {
            if (!user.File.Names.Any(name => Early.Any(name.IsAtOrBelow)) && !under.Contains(user.File.Inode)) continue;
            foreach (Dependency dependency in survey.NeedsOf(user))
            {
                if (dependency.Found is not { } found || !IsLate(found.File)) continue;
                yield return DependencyFinding.Of(image, Rule, dependency, $"'{user}' may run before /usr is mounted and needs {DependencyFinding.Quoted(dependency.Text)}, which is '{found}'") with
                {
                    Help = "deliver the library in the root file system, or the object in /usr",
                };
            }
        }
        foreach (AuditedFile script in image.Scripts.Where(script => script.Path.IsAtOrBelow(Commands)))
        {
            if (script.Shebang!.Interpreter is not { } interpreter || !interpreter.StartsWith('/')) continue;
            if (image.FileAt(interpreter) is not { } found || !IsLate(found) || interpreter == "/" + image.Profile.UnderShell?.Path) continue;
            yield return image.Finding(Rule, script.Path, $"script '{script.Path}' may run before /usr is mounted, and its interpreter is '{found.Path}'", interpreter) with
            {
                Help = "name /sbin/sh as its interpreter, or deliver the script in /usr",
            };
        }

        bool IsLate(AuditedFile file) => file.Names.All(name => name.IsAtOrBelow(image.Profile.Usr.MountPoint)) && !under.Contains(file.Inode);
    }
}
