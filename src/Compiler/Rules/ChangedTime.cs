using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9009: An object has another time of modification than the listing says.</summary>
public static class ChangedTime
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9009",
        Name = "changed-time",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "An object has another time of modification than the listing says.",
        Explanation =
            "All times in an image are the build stamp's; another one shows that the object is not of this build.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
