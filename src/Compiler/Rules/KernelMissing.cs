using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4011: The kernel is delivered by no manifest.</summary>
public static class KernelMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4011",
        Name = "kernel-missing",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "The kernel is delivered by no manifest.",
        Explanation =
            "The boot loader loads the kernel from a file of its own beside the boot archive; that file is a copy "
            + "of the one in the image, so that the two cannot differ.",
        Bad = "(no line for platform/i86pc/kernel/amd64/unix)",
        Good = "f platform/i86pc/kernel/amd64/unix 0755 root sys",
    };

    /// <summary>The image holds no file <paramref name="path"/>.</summary>
    public static Finding At(ImagePath path) => Finding.Of(Rule, $"the kernel '{path}' is not delivered as a file") with
    {
        Help = $"add a line: f {path} 0755 root sys",
        Subject = new Subject(path.Text, "file", null),
    };
}
