using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9019: A FAT file system is inconsistent.</summary>
public static class FatInconsistent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9019",
        Name = "fat-inconsistent",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A FAT file system is inconsistent.",
        Explanation =
            "What fsck.fat would complain about: tables that differ, chains of clusters that are lost, crossed or too short, "
            + "directories that do not begin as they must, and counts that do not hold.",
        Bad = "(a USB image that was pulled out while it was written)",
        Good = "(make the medium again)",
    };
}
