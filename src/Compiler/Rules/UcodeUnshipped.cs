using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8020: A microcode file of the proto area is not delivered.</summary>
public static class UcodeUnshipped
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8020",
        Name = "ucode-unshipped",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "A microcode file of the proto area is not delivered.",
        Explanation =
            "The kernel looks for the update of a processor by a name made of its signature, and goes on without one where there is no such file, "
            + "so that a vulnerability stays open in silence. All that is below AuthenticAMD and GenuineIntel ships; hard links and the directory "
            + "AuthenticAMD/fallback are as good as files, which an early ucodecheck did not know. ucodecheck stops the build for a missing file.",
        Bad = "(proto/platform/i86pc/ucode/GenuineIntel/000806C1-80 exists, and no line delivers it)",
        Good = "f platform/i86pc/ucode/GenuineIntel/000806C1-80 0444 root sys",
    };
}
