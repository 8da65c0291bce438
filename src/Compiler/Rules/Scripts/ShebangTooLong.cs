using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Scripts;

namespace ManifestLinker.Compiler.Rules.Scripts;

/// <summary>MLC6006: The first line of a script does not end where the kernel looks for its end.</summary>
public static class ShebangTooLong
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC6006",
        Name = "shebang-too-long",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "The first line of a script does not end where the kernel looks for its end.",
        Explanation =
            "The kernel reads 1024 bytes of a script (INTPSZ in usr/src/uts/common/sys/exec.h) and wants a newline among them. Without one "
            + "it refuses the script, and a shell that started it takes the text for commands of its own, so that nothing says what is "
            + "wrong. In a file that ends before, what the kernel finds there is chance.",
        Bad = "usr/sbin/flush, 9 bytes, without a newline: #!/bin/sh",
        Good = "usr/sbin/flush, 10 bytes, with a newline: #!/bin/sh",
    };

    /// <summary>The first line of <paramref name="script"/> does not end in time.</summary>
    public static Finding At(Script script) => script.Line.End == Audit.ShebangEnd.TooLate
        ? script.Finding(
            Rule,
            $"the first line of the script '{script.Path}' is longer than the {Audit.Shebang.KernelReads} bytes that the kernel reads",
            "shorten it, or set the options in the script")
        : script.Finding(Rule, $"the script '{script.Path}' ends before its first line does", "end the line with a newline");
}
