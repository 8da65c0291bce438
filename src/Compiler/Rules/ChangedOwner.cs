using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9005: The owner or group of an object is not what the listing says.</summary>
public static class ChangedOwner
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9005",
        Name = "changed-owner",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "The owner or group of an object is not what the listing says.",
        Explanation =
            "Ownership decides who may change the object.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
