using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9002: The image has an object that the listing lacks.</summary>
public static class Extra
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9002",
        Name = "extra",
        Severity = Severity.Warning,
        Phase = Phase.Verify,
        Summary = "The image has an object that the listing lacks.",
        Explanation =
            "It came in after the listing was made, or the listing is of another image.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
