using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>What ELF objects of a platform are like.</summary>
public sealed record ObjectProfile
{
    /// <summary>Nothing is known of them.</summary>
    public static readonly ObjectProfile None = new();

    /// <summary>The interpreters of 32-bit programs, as absolute paths.</summary>
    public IReadOnlyList<string> Interpreters32 { get; init; } = [];

    /// <summary>The interpreters of 64-bit programs, as absolute paths.</summary>
    public IReadOnlyList<string> Interpreters64 { get; init; } = [];

    /// <summary>The objects that neither this kernel nor this run-time linker loads: of boot loaders, firmware, and what other systems run.</summary>
    public IReadOnlyList<PathGlob> Elsewhere { get; init; } = [];

    /// <summary>The directories that a search path may name.</summary>
    public IReadOnlyList<PathGlob> SearchDirectories { get; init; } = [];

    /// <summary>Directories that belong to the machine where something was built, whatever machine that was, as absolute paths.</summary>
    public IReadOnlyList<string> HostDirectories { get; init; } = [];

    /// <summary>The interpreters of programs like <paramref name="elf"/>.</summary>
    public IReadOnlyList<string> Interpreters(ElfObject elf) => elf.Class == ElfClass.Bits32 ? Interpreters32 : Interpreters64;

    /// <summary>Whether something else loads the object at <paramref name="path"/>.</summary>
    public bool IsLoadedElsewhere(ImagePath path) => Elsewhere.Any(glob => glob.Matches(path));

    /// <summary>Whether a search path may name the directory <paramref name="path"/>.</summary>
    public bool MaySearch(ImagePath path) => SearchDirectories.Any(glob => glob.Matches(path));
}
