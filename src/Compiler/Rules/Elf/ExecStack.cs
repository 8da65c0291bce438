using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5061: The stack of a program is executable.</summary>
public static class ExecStack
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5061",
        Name = "exec-stack",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The stack of a program is executable.",
        Explanation =
            "What an attacker writes to an executable stack can be run. The kernel takes the rights of the stack from the "
            + "program header PT_SUNWSTACK; without one the stack of a 32-bit program is executable, and that of a 64-bit one "
            + "is not (usr/src/uts/common/exec/elf/elf.c), so for the latter a missing header is information. PT_GNU_STACK is "
            + "not looked at: the output of the linker of GNU counts as having none. check_rtime says EXEC_STACK.",
        Bad = "(the 32-bit usr/bin/foo has no PT_SUNWSTACK)",
        Good = "(usr/bin/foo has PT_SUNWSTACK with the rights rw)",
    };

    private const uint SunStack = 0x6ffffffb;

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        if (!elf.IsProgram) return null;
        ElfSegment? stack = elf.Segments.Any(segment => segment.Type == SunStack) ? elf.Segments.Last(segment => segment.Type == SunStack) : null;
        if (stack is { Flags: var flags } && (flags & 1) == 0) return null;
        bool isHarmless = stack is null && elf.Class == ElfClass.Bits64;
        return image.Finding(Rule, file.Path, stack is not null ? $"program '{file.Path}' asks for an executable stack (PT_SUNWSTACK)"
            : isHarmless ? $"program '{file.Path}' does not say that its stack is not executable (no PT_SUNWSTACK), which a 64-bit one need not"
            : $"program '{file.Path}' has an executable stack, because it does not say otherwise (no PT_SUNWSTACK)") with
        {
            Severity = isHarmless ? Severity.Info : Rule.Severity,
            Help = "link it with a mapfile that says STACK { FLAGS = READ WRITE; }, as map.noexstk of illumos does",
        };
    }
}
