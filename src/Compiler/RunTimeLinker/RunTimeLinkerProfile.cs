using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>How the run-time linker of a system finds what an object needs.</summary>
public sealed record RunTimeLinkerProfile
{
    /// <summary>That of illumos (<c>usr/src/cmd/sgs/rtld</c>) on a 64-bit PC.</summary>
    public static RunTimeLinkerProfile Illumos { get; } = new()
    {
        Syntax = PathSyntax.Illumos,
        DefaultDirectories32 = ["/lib", "/usr/lib"],
        DefaultDirectories64 = ["/lib/64", "/usr/lib/64"],
        TrustedDirectories = ["/lib/secure", "/usr/lib/secure", "/lib/secure/64", "/usr/lib/secure/64"],
        HasPhysicalOrigin = true,
        SplitsNames = true,
    };

    /// <summary>How paths are read.</summary>
    public required PathSyntax Syntax { get; init; }

    /// <summary>What the tokens in them stand for.</summary>
    public TokenValues Values { get; init; } = TokenValues.I86Pc;

    /// <summary>Where 32-bit objects are looked for last.</summary>
    public required IReadOnlyList<string> DefaultDirectories32 { get; init; }

    /// <summary>Where 64-bit objects are looked for last.</summary>
    public required IReadOnlyList<string> DefaultDirectories64 { get; init; }

    /// <summary>From where a process with rights of others takes an object that <c>$ORIGIN</c> leads to.</summary>
    public IReadOnlyList<string> TrustedDirectories { get; init; } = [];

    /// <summary>
    /// Whether <c>$ORIGIN</c> is the directory where an object really lies, all links followed, as <c>fullpath()</c> of illumos has it
    /// (<c>usr/src/cmd/sgs/rtld/common/paths.c</c>); otherwise, for libraries, the one it was found in.
    /// </summary>
    public bool HasPhysicalOrigin { get; init; }

    /// <summary>Whether a dependency may name several objects, the first of which that can be loaded counts.</summary>
    public bool SplitsNames { get; init; }

    /// <summary>What the machines can do that the image is for; null where that is not known, and then nothing is passed over for it.</summary>
    public ElfCapabilities? Machine { get; init; }

    /// <summary>
    /// Whether this is glibc: <c>DT_RPATH</c> counts only without a <c>DT_RUNPATH</c> and also for what is loaded on its behalf, and a name
    /// that was loaded already is not looked for again (<c>elf/dl-load.c</c>).
    /// </summary>
    public bool IsGnu { get; init; }

    /// <summary>Where objects of the class of <paramref name="elf"/> are looked for last.</summary>
    public IReadOnlyList<string> DefaultDirectories(ElfObject elf) => elf.Class == ElfClass.Bits32 ? DefaultDirectories32 : DefaultDirectories64;

    /// <summary>Whether the machines have what <paramref name="elf"/> demands (<c>PT_SUNWCAP</c>).</summary>
    public bool HasCapabilitiesFor(ElfObject elf) => Machine is not { } machine || elf.Capabilities is not { } demanded
        || ((demanded.Hardware1 & ~machine.Hardware1) | (demanded.Hardware2 & ~machine.Hardware2) | (demanded.Software1 & ~machine.Software1)) == 0;

    /// <summary>
    /// That of glibc; <paramref name="directories"/> are its own and those of <c>/etc/ld.so.conf</c>, for objects of 64 bits, and
    /// <paramref name="library"/> is what <c>$LIB</c> stands for.
    /// </summary>
    public static RunTimeLinkerProfile Gnu(IReadOnlyList<string> directories, string library) => new()
    {
        Syntax = PathSyntax.Gnu,
        Values = TokenValues.I86Pc with { Platforms = ["x86_64"], Library = library },
        DefaultDirectories32 = directories,
        DefaultDirectories64 = directories,
        IsGnu = true,
    };
}
