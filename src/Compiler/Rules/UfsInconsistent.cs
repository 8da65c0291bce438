using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9012: A file system is inconsistent.</summary>
public static class UfsInconsistent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9012",
        Name = "ufs-inconsistent",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "A file system is inconsistent.",
        Explanation =
            "What fsck would complain about, and more: every table of the file system is counted again from the "
            + "inodes, directories and bitmaps.",
        Bad = "(an image with a wrong link count)",
        Good = "(link again)",
    };
}
