using K4os.Hash.xxHash;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Elf;

/// <summary>Reads the symbols of an object.</summary>
internal sealed class ElfSymbolReader(ElfFile file, ElfSymbolTable table)
{
    private const string ModuleDependencies = "_depends_on";
    private const int EntriesAtOnce = 4096;
    private const int BindingSize = 4;
    private const int EliminatedVersion = 0xff01;

    private static readonly ulong ModuleDependenciesHash = XXH64.DigestOf(EscapedUtf8.Encode(ModuleDependencies));

    /// <summary>The symbol that holds the names of the modules that a kernel module depends on; null where it has none.</summary>
    public ElfSymbol? ModuleDependenciesSymbol { get; private set; }

    /// <summary>What is offered and wanted; <paramref name="bindings"/> is where <c>.SUNW_syminfo</c> lies, <paramref name="versions"/> the table of the version of each symbol.</summary>
    public ElfSymbols Read(ElfPlace? bindings, ElfPlace? versions)
    {
        var offered = new List<ulong>();
        var wanted = new List<WantedSymbol>();
        byte[] bound = Side(bindings, BindingSize), versionOf = Side(versions, 2);
        ForEach((index, symbol) =>
        {
            if (!symbol.IsWanted && !symbol.IsOffered) return;
            if (!table.Strings.TryBytes(symbol.NameAt, out ReadOnlySpan<byte> name) || name.IsEmpty) return;
            ulong hash = XXH64.DigestOf(name);
            if (symbol.IsWanted)
            {
                wanted.Add(new WantedSymbol(EscapedUtf8.Decode(name), hash, symbol.IsWeak, Binding(bound, index)));
                return;
            }
            if (hash == ModuleDependenciesHash) ModuleDependenciesSymbol = symbol;
            if (Version(versionOf, index) != EliminatedVersion) offered.Add(hash);
        });
        ulong[] exported = [.. offered];
        Array.Sort(exported);
        return new ElfSymbols(exported, wanted);
    }

    /// <summary>Calls <paramref name="take"/> with every symbol that others may bind to, its name and the number of its version.</summary>
    public void ForEachOffered(ElfPlace? versions, Action<ElfSymbol, string, int> take)
    {
        byte[] versionOf = Side(versions, 2);
        ForEach((index, symbol) =>
        {
            int version = Version(versionOf, index);
            if (!symbol.IsOffered || version == EliminatedVersion) return;
            if (table.Strings.Text(symbol.NameAt) is { Length: > 0 } name) take(symbol, name, version);
        });
    }

    // Every symbol but the first, which is none, with its place in the table.
    private void ForEach(Action<int, ElfSymbol> take)
    {
        int size = file.Format.SymbolSize;
        var piece = new byte[Math.Min(EntriesAtOnce, table.Count) * size];
        for (int first = 0; first < table.Count; first += EntriesAtOnce)
        {
            int count = Math.Min(EntriesAtOnce, table.Count - first);
            file.Read(table.Offset + ((ulong)first * (ulong)size), piece.AsSpan(0, count * size));
            for (int i = first == 0 ? 1 : 0; i < count; i++) take(first + i, ElfSymbol.Read(file.Format, piece.AsSpan(i * size, size)));
        }
    }

    // The number of the version of a symbol (0 local, 1 the object itself); 1 where there is none. A global symbol may have the number 0:
    // linkers give it to what they copy from a library without versions, and loaders bind to it.
    private int Version(byte[] versions, int index)
    {
        const int Hidden = 0x8000, Reserved = 0xff00;
        if ((2 * index) + 2 > versions.Length) return 1;
        int number = file.Format.Half(versions, 2 * index);
        return number >= Reserved ? number : number & ~Hidden;
    }

    // The bytes of a table beside that of the symbols.
    private byte[] Side(ElfPlace? place, int entrySize)
    {
        if (place is not { } known) return [];
        ulong size = Math.Min(known.Size, (ulong)table.Count * (ulong)entrySize);
        if (!file.Holds(known.Offset, size)) file.Fault("a table beside the symbol table lies outside the file");
        return file.Bytes(known.Offset, file.Within(known.Offset, size, int.MaxValue));
    }

    private SymbolBinding? Binding(byte[] bound, int index) => (index * BindingSize) + BindingSize <= bound.Length
        ? new SymbolBinding(file.Format.Half(bound, index * BindingSize), file.Format.Half(bound, (index * BindingSize) + 2))
        : null;
}
