using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5062: A segment of an object is writable and executable.</summary>
public static class RwxSegment
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5062",
        Name = "rwx-segment",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A segment of an object is writable and executable.",
        Explanation =
            "What can be written and run at the same place is what an attacker looks for. Data need not be executable, and "
            + "code need not be writable; only what makes code while it runs asks for both, and then better from the kernel "
            + "than in its file. check_rtime says EXEC_DATA.",
        Bad = "(usr/bin/foo has PT_LOAD with the rights rwx)",
        Good = "(usr/bin/foo has PT_LOAD with rx, and one with rw)",
    };

    private const uint Load = 1;
    private const uint All = 7;

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        ElfSegment[] open = [.. file.Elf!.Segments.Where(segment => segment.Type == Load && (segment.Flags & All) == All)];
        if (open is not [var first, ..]) return null;
        string which = open.Length == 1 ? "a segment" : $"{open.Length} segments";
        return image.Finding(Rule, file.Path, $"'{file.Path}' has {which} that can be written and executed (at 0x{first.Address:x})") with
        {
            Help = "link it with a mapfile that takes the right to execute from data, as map.noexdata of illumos does",
        };
    }
}
