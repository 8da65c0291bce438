using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7002: A symbolic link leads back to itself.</summary>
public static class SymlinkLoop
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7002",
        Name = "symlink-loop",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A symbolic link leads back to itself.",
        Explanation =
            "Opening it fails with ELOOP. The kernel follows at most 20 links (MAXSYMLINKS), loop or not.",
        Bad = """
            s etc/a=b
            s etc/b=a
            """,
        Good = """
            s etc/a=b
            f etc/b 0644 root sys
            """,
    };

    /// <summary><paramref name="link"/> never ends.</summary>
    public static Finding At(SymlinkEntry link) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' leads into a loop, or through more than {PathWalker.MaxLinks} links") with
        {
            Help = "point it at the object itself",
            Detail = [new("target", link.Target)],
        };
}
