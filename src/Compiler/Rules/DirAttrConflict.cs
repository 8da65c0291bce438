using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2004: A directory is declared with different attributes.</summary>
public static class DirAttrConflict
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2004",
        Name = "dir-attr-conflict",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A directory is declared with different attributes.",
        Explanation =
            "Several components may declare one directory, but with one mode, owner and group. Today the fragment "
            + "that comes last in the order of file names wins.",
        Bad = """
            d usr/share/lib 0755 root sys
            d usr/share/lib 0755 root bin
            """,
        Good = """
            d usr/share/lib 0755 root sys
            d usr/share/lib 0755 root sys
            """,
    };

    /// <summary><paramref name="again"/> contradicts <paramref name="first"/>.</summary>
    public static Finding At(Entry first, Entry again, IReadOnlyList<Difference> differences) =>
        Conflict.At(Rule, first, again, differences);
}
