using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2005: A directory is declared more than once, the same each time.</summary>
public static class RedundantDir
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2005",
        Name = "redundant-dir",
        Severity = Severity.Info,
        Phase = Phase.Semantics,
        Summary = "A directory is declared more than once, the same each time.",
        Explanation =
            "That is how components share a directory, and nothing is wrong; the finding is for those who want "
            + "each directory to have one owner.",
        Bad = """
            d usr/bin 0755 root bin
            d usr/bin 0755 root bin
            """,
        Good = "d usr/bin 0755 root bin",
    };

    /// <summary><paramref name="again"/> says what <paramref name="first"/> said.</summary>
    public static Finding At(Entry first, Entry again) =>
        Finding.Of(Rule, $"directory '{again.Path}' is declared again, as at {first.Origin.FileAndLine}", again.Origin.PathLocation) with
        {
            Subject = Subject.Of(again),
            Related = [new("first declared here", first.Origin.PathLocation)],
            DetailKey = again.Origin.Component,
        };
}
