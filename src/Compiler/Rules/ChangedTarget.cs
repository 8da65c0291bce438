using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9007: A symbolic link has another text than the listing says.</summary>
public static class ChangedTarget
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9007",
        Name = "changed-target",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A symbolic link has another text than the listing says.",
        Explanation =
            "The literal text of the link counts, not where it leads.",
        Bad = "mlc verify IMAGE --spec OLD.spec",
        Good = "mlc verify IMAGE --spec IMAGE.spec",
    };
}
