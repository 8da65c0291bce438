using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5085: A name of isaexec has no program for any instruction set beside it.</summary>
public static class IsaexecOrphan
{
    private static readonly ImagePath Isaexec = ImagePath.Parse("usr/lib/isaexec");

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5085",
        Name = "isaexec-orphan",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A name of isaexec has no program for any instruction set beside it.",
        Explanation =
            "usr/lib/isaexec runs the program of its own name in the directory amd64 or i86 beside it, whichever the machine can run best. Where there is "
            + "neither, the command ends with 'cannot find/execute'.",
        Bad = "h usr/bin/cputrack=usr/lib/isaexec",
        Good = """
            h usr/bin/cputrack=usr/lib/isaexec
            f usr/bin/i86/cputrack 0555 root bin
            f usr/bin/amd64/cputrack 0555 root bin
            """,
    };

    internal static IEnumerable<Finding> Check(AuditedImage image)
    {
        if (image.FileAt(Isaexec) is not { } isaexec) yield break;
        foreach (ImagePath name in image.Objects.Where(file => IsCopy(file, isaexec)).SelectMany(file => file.Names).Where(name => name != Isaexec).Order())
        {
            if (TokenValues.I86Pc.InstructionSets.Any(set => Leads(image, name.Parent.Append(set).Append(name.Name)))) continue;
            yield return image.Finding(Rule, name, $"'{name}' is isaexec, and there is neither '{name.Parent.Append("amd64").Append(name.Name)}' nor '{name.Parent.Append("i86").Append(name.Name)}'") with
            {
                Help = "deliver the program for at least one of them, or the command itself in place of the link",
            };
        }
    }

    // What was declared as a file in place of a link is the same program.
    private static bool IsCopy(AuditedFile file, AuditedFile isaexec) => ReferenceEquals(file, isaexec)
        || (file.Inode.Content.Length == isaexec.Inode.Content.Length && file.Inode.Content.ToArray().AsSpan().SequenceEqual(isaexec.Inode.Content.ToArray()));

    private static bool Leads(AuditedImage image, ImagePath path) => image.Follow(ImagePath.Root, path.Text) is { End: WalkEnd.Found, IsDirectory: false };
}
