using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9001: A listing has an object that the image lacks.</summary>
public static class Missing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9001",
        Name = "missing",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A listing has an object that the image lacks.",
        Explanation =
            "What the listing promises was not delivered, or was lost since.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
