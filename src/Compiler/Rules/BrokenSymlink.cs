using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7001: A symbolic link leads to nothing in the image.</summary>
public static class BrokenSymlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7001",
        Name = "broken-symlink",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A symbolic link leads to nothing in the image.",
        Explanation =
            "The text of the link is followed as the kernel would, component by component, over everything the "
            + "image will hold. What only exists on the running system (device nodes, doors under var/run, /proc) "
            + "is declared as a run-time provider and counts as there.",
        Bad = """
            f usr/share/man/man3c/tss.3c 0444 root bin
            s usr/share/man/man3c/tss_delete.3c=ttss.3c
            """,
        Good = """
            f usr/share/man/man3c/tss.3c 0444 root bin
            s usr/share/man/man3c/tss_delete.3c=tss.3c
            """,
    };

    /// <summary><paramref name="link"/> ends at <paramref name="walk"/>, where nothing is.</summary>
    public static Finding At(SymlinkEntry link, Walk walk, string? near) =>
        SymbolicLink.At(Rule, link, walk.End == WalkEnd.NotADirectory
            ? $"symbolic link '{link.Path}' leads through '{walk.Path}', which is no directory"
            : $"symbolic link '{link.Path}' leads to '{walk.Path}', which is not in the image") with
        {
            Help = near is null
                ? "deliver the target, mend the text, or declare it under [[runtime]] if it appears on the running system"
                : $"did you mean {near}?",
            Detail = [new("target", link.Target), new("resolved", walk.Path.Text)],
        };
}
