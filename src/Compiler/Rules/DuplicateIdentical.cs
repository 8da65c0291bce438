using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2001: A file or link is declared twice, the same both times.</summary>
public static class DuplicateIdentical
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2001",
        Name = "duplicate-identical",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "A file or link is declared twice, the same both times.",
        Explanation =
            "The second line changes nothing today; but two lines for one object drift apart, and then the later "
            + "one silently wins.",
        Bad = """
            f usr/bin/scp 0555 root bin
            f usr/bin/scp 0555 root bin
            """,
        Good = "f usr/bin/scp 0555 root bin",
    };

    /// <summary><paramref name="again"/> says what <paramref name="first"/> said.</summary>
    public static Finding At(Entry first, Entry again) =>
        Finding.Of(Rule, $"{again.TypeName} '{again.Path}' is declared again, as at {first.Origin.FileAndLine}", again.Origin.PathLocation) with
        {
            Help = "delete one of the two lines",
            Subject = Subject.Of(again),
            Related = [new("first declared here", first.Origin.PathLocation)],
            DetailKey = again.Origin.Component,
        };
}
