using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9004: The mode of an object is not what the listing says.</summary>
public static class ChangedMode
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9004",
        Name = "changed-mode",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "The mode of an object is not what the listing says.",
        Explanation =
            "A mode decides who may read, change and run the object, and as whom it runs.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
