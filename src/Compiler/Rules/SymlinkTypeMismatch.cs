using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7010: A symbolic link asks for a directory and leads to something else.</summary>
public static class SymlinkTypeMismatch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7010",
        Name = "symlink-type-mismatch",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "A symbolic link asks for a directory and leads to something else.",
        Explanation =
            "A slash or \"/.\" at the end of the text means that a directory is expected there. Where it is a file, "
            + "opening the link fails with ENOTDIR, although the file exists. It is said instead of MLC7001.",
        Bad = """
            f etc/motd 0644 root sys
            s etc/issue=motd/
            """,
        Good = """
            f etc/motd 0644 root sys
            s etc/issue=motd
            """,
    };

    /// <summary><paramref name="link"/> arrives at <paramref name="walk"/>, which is no directory.</summary>
    public static Finding At(SymlinkEntry link, Walk walk) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' asks for a directory, and '{walk.Path}' is none") with
        {
            Help = "leave the end of the text away if the file is meant; else name the directory",
            Detail = [new("target", link.Target), new("resolved", walk.Path.Text)],
        };
}
