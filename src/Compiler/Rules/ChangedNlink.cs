using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9008: An object has another number of names than the listing says.</summary>
public static class ChangedNlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9008",
        Name = "changed-nlink",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "An object has another number of names than the listing says.",
        Explanation =
            "A hard link has been lost or added; two names that were one object may be two now.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
