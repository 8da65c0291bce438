using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Tells objects that another system's linker loads: what they need is none of this one's business.</summary>
public static class ForeignSystem
{
    private const int Linux = 3;

    /// <summary>
    /// Whether <paramref name="elf"/> was made for Linux: it says so, its interpreter is that of glibc or musl, or it needs glibc, by its name or by
    /// the names of its versions.
    /// </summary>
    public static bool IsLinux(ElfObject elf) =>
        elf.OsAbi == Linux
        || (elf.Interpreter is { } interpreter && IsLinuxLoader(interpreter[(interpreter.LastIndexOf('/') + 1)..]))
        || (elf.Dynamic is { } dynamic && (dynamic.Needed.Any(need => need.Name == "libc.so.6" || IsLinuxLoader(need.Name))
            || dynamic.VersionsNeeded.Any(need => need.Versions.Any(version => version.Name.StartsWith("GLIBC_", StringComparison.Ordinal)))
            || dynamic.VersionsDefined.Any(version => version.Name.StartsWith("GLIBC_", StringComparison.Ordinal))));

    /// <summary>Whether the run-time linker of the platform loads <paramref name="elf"/>: a program or a shared object for a PC, with a dynamic section.</summary>
    public static bool IsOurs(ElfObject elf) =>
        elf.Dynamic is not null && !elf.IsBigEndian && elf.Machine is ElfMachine.I386 or ElfMachine.Amd64
        && elf.Type is ElfType.Executable or ElfType.Shared && !IsLinux(elf);

    private static bool IsLinuxLoader(string name) => name.StartsWith("ld-linux", StringComparison.Ordinal) || name.StartsWith("ld-musl", StringComparison.Ordinal);
}
