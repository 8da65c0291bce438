namespace ManifestLinker.Compiler.Elf;

/// <summary>
/// The dynamic symbols of an object. Of those that it offers only the hashes of the names are kept, because a platform has millions;
/// of those that it wants the names as well, because messages tell them.
/// </summary>
/// <param name="Exported">The XXH64 (seed 0) of the names (UTF-8) that others may bind to, in rising order.</param>
/// <param name="Wanted">What must come from elsewhere, in the order of the table.</param>
public sealed record ElfSymbols(ulong[] Exported, IReadOnlyList<WantedSymbol> Wanted)
{
    /// <summary>No symbols.</summary>
    public static readonly ElfSymbols None = new([], []);

    /// <summary>Whether others may bind to the name with the hash <paramref name="hash"/>.</summary>
    public bool Exports(ulong hash) => Array.BinarySearch(Exported, hash) >= 0;
}

/// <summary>
/// A name that is used and not defined: its hash, as in <see cref="ElfSymbols.Exported"/>, whether it may stay undefined, and the flags and
/// the bound-to of its entry in <c>.SUNW_syminfo</c>: an index into the dynamic entries, or 0xffff itself, 0xfffe the program that loads
/// it, 0xfffd nothing known, 0xfffc anybody (<c>SYMINFO_BT_*</c>); null where there is no entry.
/// </summary>
public readonly record struct WantedSymbol(string Name, ulong Hash, bool IsWeak, SymbolBinding? Binding = null);

/// <summary>How a symbol is bound: <c>si_boundto</c> and <c>si_flags</c>.</summary>
public readonly record struct SymbolBinding(int BoundTo, uint Flags);

/// <summary>A name that others may bind to, and the version it is bound with; null where it has none.</summary>
public readonly record struct ExportedName(string Name, string? Version);
