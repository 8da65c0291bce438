using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5067: An object holds information for a debugger.</summary>
public static class StabsOrDwarfPresent
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5067",
        Name = "stabs-or-dwarf-present",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object holds information for a debugger.",
        Explanation =
            "The root of the platform lies in memory, and information for debuggers (.debug_*, .stab*) is often larger than "
            + "the code. Tools of illumos read CTF instead, which is small. check_rtime says STAB.",
        Bad = "(usr/bin/foo has the section .debug_info)",
        Good = "(usr/bin/foo was stripped with strip -x)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        // What is to be linked into programs goes where they go.
        if (file.Elf!.Type is not (ElfType.Executable or ElfType.Shared) && !KernelModules.Is(file)) return null;
        ElfSection[] held = [.. file.Elf.Sections.Where(section => IsForDebuggers(section.Name))];
        if (held is not [var first, ..]) return null;
        ulong bytes = held.Aggregate(0UL, (sum, section) => section.Size > ulong.MaxValue - sum ? ulong.MaxValue : sum + section.Size);
        string names = held.Length == 1 ? DependencyFinding.Quoted(first.Name) : $"{DependencyFinding.Quoted(first.Name)} and {held.Length - 1} more";
        return image.Finding(Rule, file.Path, $"'{file.Path}' holds information for a debugger ({names}, {bytes} bytes)") with
        {
            Help = "strip it with strip -x, or compile it without -g",
            Detail = [new("sections", $"{held.Length}"), new("bytes", $"{bytes}")],
        };
    }

    /// <summary>Whether the section <paramref name="name"/> is for debuggers.</summary>
    internal static bool IsForDebuggers(string name) => name.StartsWith(".debug_", StringComparison.Ordinal)
        || name.StartsWith(".zdebug_", StringComparison.Ordinal)
        || name.StartsWith(".stab", StringComparison.Ordinal);
}
