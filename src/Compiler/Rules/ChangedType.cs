using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9006: An object is of another kind than the listing says.</summary>
public static class ChangedType
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9006",
        Name = "changed-type",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "An object is of another kind than the listing says.",
        Explanation =
            "A file has become a link, or the like.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
