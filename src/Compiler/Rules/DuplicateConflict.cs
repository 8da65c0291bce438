using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2002: A file or link is declared twice, with different attributes.</summary>
public static class DuplicateConflict
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2002",
        Name = "duplicate-conflict",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A file or link is declared twice, with different attributes.",
        Explanation =
            "The sorter keeps the line of the fragment that comes last in the order of file names, and exits 0: "
            + "which mode, owner or target ships is an accident.",
        Bad = """
            f usr/bin/scp 0555 root bin
            f usr/bin/scp 0755 root bin
            """,
        Good = "f usr/bin/scp 0555 root bin",
    };

    /// <summary><paramref name="again"/> contradicts <paramref name="first"/>.</summary>
    public static Finding At(Entry first, Entry again, IReadOnlyList<Difference> differences) =>
        Conflict.At(Rule, first, again, differences);
}
