using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5076: A program is linked statically.</summary>
public static class StaticExecutable
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5076",
        Name = "static-executable",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A program is linked statically.",
        Explanation =
            "A program without a dynamic section holds a copy of each library it uses: it keeps their faults when they are "
            + "mended, and where it makes system calls by itself it breaks when the kernel changes them, which is no interface "
            + "of illumos; libc is. There is no static libc.",
        Bad = "(usr/bin/foo has neither PT_DYNAMIC nor PT_INTERP)",
        Good = "(usr/bin/foo needs libc.so.1)",
    };

    private const uint DynamicSegment = 2;

    internal static Finding? Check(AuditedImage image, AuditedFile file) =>
        file.Elf is { Type: ElfType.Executable, Dynamic: null, Interpreter: null } elf && !elf.Segments.Any(segment => segment.Type == DynamicSegment)
            ? image.Finding(Rule, file.Path, $"program '{file.Path}' is linked statically") with
            {
                Help = "link it with libc.so.1, which is the interface of the system",
            }
            : null;
}
