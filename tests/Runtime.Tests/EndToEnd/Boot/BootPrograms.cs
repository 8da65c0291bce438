using System.Globalization;
using System.Numerics;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary>
/// Small programs in place of those of illumos that start a medium. They go the same ways (boot info table, patched sectors, multiboot header, EFI system
/// partition), read boot/loader through them, and say to a serial port what they have read. Their sources lie in <c>Programs</c>.
/// </summary>
internal static class BootPrograms
{
    private static readonly string Sources = Checkout.At("tests/Runtime.Tests/EndToEnd/Boot/Programs");

    private static readonly string[] Compiler =
    [
        "-I/usr/include/efi", "-I/usr/include/efi/x86_64", "-DGNU_EFI_USE_MS_ABI", "-ffreestanding", "-fpic", "-fshort-wchar", "-fno-stack-protector",
        "-mno-red-zone", "-maccumulate-outgoing-args", "-O1", "-c",
    ];

    private static readonly string[] Sections = [".text", ".sdata", ".data", ".rodata", ".dynamic", ".dynsym", ".rel*", ".rela*", ".reloc"];

    /// <summary>What <paramref name="loader"/> is said to be by those who have read it: its length and checksum.</summary>
    public static string Said(byte[] loader)
    {
        uint sum = 0;
        foreach (byte part in loader) sum = unchecked(BitOperations.RotateLeft(sum, 5) + part);
        return string.Create(CultureInfo.InvariantCulture, $"{loader.Length:x8} {sum:x8}");
    }

    /// <summary>Builds all of them into the boot area <paramref name="boot"/>, by the names that the real ones have.</summary>
    public static void Build(string boot)
    {
        using var work = new TemporaryFolder();
        Directory.CreateDirectory(boot);
        Assemble("cdboot", "0x7c00", "cdboot");
        Assemble("pmbr", "0x600", "pmbr");
        Assemble("stage2", "0x7c00", "gptzfsboot");
        ForeignTool.RunIn(work.Path, "gcc", [.. Compiler, Path.Combine(Sources, "bootx64.c"), "-o", "efi.o"]);
        ForeignTool.RunIn(
            work.Path, "ld", "-nostdlib", "-znocombreloc", "-T", "/usr/lib/elf_x86_64_efi.lds", "-shared", "-Bsymbolic", "-L/usr/lib", "/usr/lib/crt0-efi-x86_64.o", "efi.o", "-o", "efi.so", "-lgnuefi");
        ForeignTool.RunIn(
            work.Path, "objcopy", [.. Sections.SelectMany(section => new[] { "-j", section }), "--target", "efi-app-x86_64", "--subsystem=10", "efi.so", Path.Combine(boot, "loader64.efi")]);

        void Assemble(string source, string address, string name)
        {
            ForeignTool.RunIn(Sources, "as", "--32", "-o", work.At($"{source}.o"), $"{source}.S");
            ForeignTool.RunIn(work.Path, "ld", "-m", "elf_i386", "-Ttext", address, "-e", "start", "--oformat", "binary", "-o", Path.Combine(boot, name), $"{source}.o");
        }
    }
}
