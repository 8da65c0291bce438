using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9018: The kernel beside the boot archive is not the one in the image.</summary>
public static class KernelDiffers
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9018",
        Name = "kernel-differs",
        Severity = Severity.Error,
        Phase = Phase.Verify,
        Summary = "The kernel beside the boot archive is not the one in the image.",
        Explanation =
            "A boot with a kernel of another build than its modules ends in a panic; it has happened (2010), "
            + "because the kernel was copied from the proto area.",
        Bad = "(a platform whose unix was replaced)",
        Good = "(link again)",
    };
}
