using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>Tells objects that another system's linker loads: what they need is none of this one's business.</summary>
public static class ForeignSystem
{
    private const int Linux = 3;
    private const long HashTag = 4;
    private const long GnuHashTag = 0x6ffffef5;

    /// <summary>
    /// Whether <paramref name="elf"/> was made for Linux: it says so, its interpreter is that of glibc or musl, it needs glibc, by its name or by
    /// the names of its versions, or its symbols have only the hash table that GNU ld makes, which ld.so.1 does not read
    /// (<c>usr/src/cmd/sgs/rtld/common/elf.c</c> knows <c>DT_HASH</c> alone).
    /// </summary>
    public static bool IsLinux(ElfObject elf) =>
        elf.OsAbi == Linux
        || (elf.Interpreter is { } interpreter && IsLinuxLoader(interpreter[(interpreter.LastIndexOf('/') + 1)..]))
        || (elf.Dynamic is { } dynamic && (dynamic.Needed.Any(need => need.Name == "libc.so.6" || IsLinuxLoader(need.Name))
            || dynamic.VersionsNeeded.Any(need => need.Versions.Any(version => version.Name.StartsWith("GLIBC_", StringComparison.Ordinal)))
            || dynamic.VersionsDefined.Any(version => version.Name.StartsWith("GLIBC_", StringComparison.Ordinal))
            || HasOnlyGnuHash(dynamic)));

    /// <summary>Whether the symbols have no hash table but the one that ld.so.1 does not read.</summary>
    internal static bool HasOnlyGnuHash(ElfDynamic dynamic) => Has(dynamic, GnuHashTag) && !Has(dynamic, HashTag);

    /// <summary>Whether the run-time linker of the platform loads <paramref name="elf"/>: a program or a shared object for a PC, with a dynamic section.</summary>
    public static bool IsOurs(ElfObject elf) =>
        elf.Dynamic is not null && !elf.IsBigEndian && elf.Machine is ElfMachine.I386 or ElfMachine.Amd64
        && elf.Type is ElfType.Executable or ElfType.Shared && !IsLinux(elf);

    private static bool Has(ElfDynamic dynamic, long tag) => dynamic.Entries.Any(entry => entry.Key == tag);

    private static bool IsLinuxLoader(string name) => name.StartsWith("ld-linux", StringComparison.Ordinal) || name.StartsWith("ld-musl", StringComparison.Ordinal);
}
