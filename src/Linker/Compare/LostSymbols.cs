using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Linker.Compare;

/// <summary>Symbols that a library exports no more.</summary>
/// <param name="Public">Names of those that anybody may use, in ordinal order.</param>
/// <param name="Private">Names of those of versions for the platform itself alone, in ordinal order.</param>
/// <param name="Count">How many there are of both kinds.</param>
public sealed record LostSymbols(IReadOnlyList<string> Public, IReadOnlyList<string> Private, int Count)
{
    /// <summary>No symbols.</summary>
    public static readonly LostSymbols None = new([], [], 0);

    /// <summary>What <paramref name="old"/> exports and <paramref name="now"/> does not.</summary>
    public static LostSymbols Between(ElfSymbols old, ElfSymbols now)
    {
        int lost = old.Exported.Count(hash => !now.Exports(hash));
        return lost == 0 ? None : new LostSymbols([], [], lost);
    }
}
