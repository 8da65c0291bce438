using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9016: A listing cannot be read.</summary>
public static class ListingSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9016",
        Name = "listing-syntax",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A listing cannot be read.",
        Explanation =
            "A line of the mtree or md5 listing has a form that mlc does not know; what it promises cannot be "
            + "checked.",
        Bad = "./etc/motd type=fiel",
        Good = "./etc/motd type=file",
    };
}
