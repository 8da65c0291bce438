using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9011: boot_archive.hash does not fit the boot archive.</summary>
public static class BootArchiveHash
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9011",
        Name = "boot-archive-hash",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "boot_archive.hash does not fit the boot archive.",
        Explanation =
            "dboot compares the SHA-1 of the archive with this file, and panics when they differ.",
        Bad = "(a boot archive that was changed after the link)",
        Good = "(link again)",
    };
}
