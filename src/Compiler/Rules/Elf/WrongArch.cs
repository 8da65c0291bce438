using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5051: An object is for another processor, or lies in a directory for the other class.</summary>
public static class WrongArch
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5051",
        Name = "wrong-arch",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An object is for another processor, or lies in a directory for the other class.",
        Explanation =
            "The platform runs on PCs: its 32-bit objects are for the 80386, its 64-bit ones for x86-64. Another is the "
            + "product of a cross compiler or of another machine, and cannot be loaded. In the directories amd64 and 64 linker, "
            + "isaexec and kernel look for 64-bit objects only, in i86 and 32 for the others, and pass over what has the wrong "
            + "class.",
        Bad = "(usr/lib/amd64/libfoo.so.1 is a 32-bit object)",
        Good = "(usr/lib/amd64/libfoo.so.1 is a 64-bit object)",
    };

    internal static Finding? CheckMachine(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        if (!elf.IsBigEndian && (elf.Class, elf.Machine) is (ElfClass.Bits32, ElfMachine.I386) or (ElfClass.Bits64, ElfMachine.Amd64)) return null;
        string order = elf.IsBigEndian ? "big-endian " : "";
        return image.Finding(Rule, file.Path, $"'{file.Path}' is a {order}{Bits(elf)}-bit object for {NameOf(elf.Machine)}", "machine") with
        {
            Help = "deliver the object that was built for this platform, or leave it out",
            Detail = [new("machine", $"{elf.Machine}"), new("class", Bits(elf))],
        };
    }

    internal static Finding? CheckDirectory(AuditedImage image, AuditedFile file)
    {
        ElfObject elf = file.Elf!;
        if (elf.Type is not (ElfType.Executable or ElfType.Shared) || KernelModules.Is(file)) return null;
        foreach (ImagePath name in file.Names)
        {
            string directory = name.Parent.Name;
            if (directory is not ("amd64" or "64") || elf.Class != ElfClass.Bits32)
            {
                if (directory is not ("i86" or "32") || elf.Class != ElfClass.Bits64) continue;
            }
            return image.Finding(Rule, name, $"'{name}' is a {Bits(elf)}-bit object in a directory for the other class", "directory") with
            {
                Help = "deliver the object of the other class, or put this one elsewhere",
                Detail = [new("class", Bits(elf)), new("directory", name.Parent.Text)],
            };
        }
        return null;
    }

    private static string Bits(ElfObject elf) => elf.Class == ElfClass.Bits32 ? "32" : "64";

    // The commonest of e_machine (elf(7), usr/src/uts/common/sys/elf.h).
    private static string NameOf(int machine) => machine switch
    {
        ElfMachine.I386 => "the 80386",
        ElfMachine.Amd64 => "x86-64",
        2 or 18 or 43 => "SPARC",
        20 or 21 => "PowerPC",
        40 => "ARM",
        183 => "AArch64",
        243 => "RISC-V",
        247 => "BPF",
        _ => $"processor {machine}",
    };
}
