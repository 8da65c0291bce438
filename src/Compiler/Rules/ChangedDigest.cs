using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9003: The content of an object is not what the listing says.</summary>
public static class ChangedDigest
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9003",
        Name = "changed-digest",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "The content of an object is not what the listing says.",
        Explanation =
            "One changed byte gives another digest. A changed size is reported with it.",
        Bad = "mlc verify IMAGE --md5 OLD.manifest",
        Good = "mlc verify IMAGE --md5 IMAGE.manifest",
    };
}
