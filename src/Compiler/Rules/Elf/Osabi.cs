using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5052: A library or program was made for another operating system.</summary>
public static class Osabi
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5052",
        Name = "osabi",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A library or program was made for another operating system.",
        Explanation =
            "The byte EI_OSABI of an object says which system it was made for: none in particular, or Solaris, whose number "
            + "illumos has. Linux marks only some of its objects so; the others tell by what they need, libc.so.6 and versions "
            + "that begin with GLIBC_, which no library here offers, and then it is an error, because they cannot be loaded. "
            + "For a program with an interpreter of Linux MLC5050 speaks instead.",
        Bad = "(usr/lib/libfoo.so.1 needs the version GLIBC_2.34 of libc.so.6)",
        Good = "(usr/lib/libfoo.so.1 needs libc.so.1)",
    };

    internal static Finding? Check(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        bool isMarked = elf.OsAbi is not (0 or 6);
        bool isLinux = ForeignSystem.IsLinux(elf);
        if (!isMarked && !isLinux) return null;
        string? sign = Sign(elf);
        return image.Finding(
            Rule,
            file.Path,
            sign is not null ? $"'{file.Path}' was made for Linux: it {sign}" : $"'{file.Path}' was made for {NameOf(elf.OsAbi)}, as its EI_OSABI of {elf.OsAbi} tells") with
        {
            Severity = sign is not null ? Severity.Error : Rule.Severity,
            Help = "deliver the object that was built for illumos, or leave it out",
            Detail = [new("osabi", $"{elf.OsAbi}")],
        };
    }

    private static string? Sign(ElfObject elf)
    {
        if (elf.Dynamic is not { } dynamic) return null;
        foreach (ElfVersionNeed need in dynamic.VersionsNeeded)
        {
            if (need.Versions.FirstOrDefault(version => version.Name.StartsWith("GLIBC_", StringComparison.Ordinal)) is { Name: { } name })
                return $"needs the version {DependencyFinding.Quoted(name)[1..^1]} of {DependencyFinding.Quoted(need.File)[1..^1]}";
        }
        return dynamic.Needed.FirstOrDefault(need => need.Name == "libc.so.6" || need.Name.StartsWith("ld-", StringComparison.Ordinal)) is { Name: { } library }
            ? $"needs {DependencyFinding.Quoted(library)[1..^1]}"
            : ForeignSystem.HasOnlyGnuHash(dynamic) ? "has only DT_GNU_HASH, a table of its symbols that ld.so.1 does not read"
            : null;
    }

    // usr/src/uts/common/sys/elf.h.
    private static string NameOf(int osabi) => osabi switch
    {
        1 => "HP-UX",
        2 => "NetBSD",
        3 => "Linux",
        9 => "FreeBSD",
        12 => "OpenBSD",
        97 => "ARM",
        255 => "no operating system",
        _ => "another operating system",
    };
}
