using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Rules.Differences;

namespace ManifestLinker.Linker.Compare;

/// <summary>Symbols that a library exports no more. The run-time linker looks for the name alone, so one that is now of another version is not lost.</summary>
/// <param name="Public">Names of those that anybody may use, in ordinal order.</param>
/// <param name="Private">Names of those of versions for the platform itself alone, in ordinal order.</param>
public sealed record LostSymbols(IReadOnlyList<string> Public, IReadOnlyList<string> Private)
{
    /// <summary>No symbols.</summary>
    public static readonly LostSymbols None = new([], []);

    /// <summary>What the object <paramref name="old"/> exports, and <paramref name="now"/> does not.</summary>
    public static LostSymbols Between(ByteSource old, ByteSource now)
    {
        HashSet<string> kept = ElfReader.ExportedNames(now).Select(export => export.Name).ToHashSet(StringComparer.Ordinal);
        ILookup<bool, string> lost = ElfReader.ExportedNames(old)
            .Where(export => !kept.Contains(export.Name))
            .ToLookup(export => export.Version is { } version && AbiRemovedSymbol.IsPrivate(version), export => export.Name);
        return lost.Count == 0 ? None : new LostSymbols([.. lost[false].Distinct(StringComparer.Ordinal)], [.. lost[true].Distinct(StringComparer.Ordinal)]);
    }
}
