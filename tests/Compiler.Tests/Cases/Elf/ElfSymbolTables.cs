using System.Text;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>The tables that have an entry for each symbol: the symbols, their hashes, versions and bindings.</summary>
internal sealed class ElfSymbolTables(ElfWords words, ElfStrings strings)
{
    private const int Local = 0;
    private const int DirectlyBound = 0x11;

    private readonly (string Name, string Value)[] symbols =
        [.. words.All.Where(word => word.Name is "export" or "want"), .. words.Values("depends_on").Select(text => ("depends_on", text))];

    public int Count => symbols.Length + 1;

    private static string NameOf((string Name, string Value) symbol) =>
        symbol.Name == "depends_on" ? "_depends_on" : symbol.Value.Split('+')[0].Split('@')[0];

    /// <summary>The symbols; those that are offered lie at <paramref name="code"/>, <c>_depends_on</c> at <paramref name="text"/>.</summary>
    public byte[] Symbols((ulong Address, int Section) code, (ulong Address, int Section) text)
    {
        ElfBytes bytes = New();
        Symbol(bytes, 0, 0, (0, 0));
        foreach ((string name, string value) in symbols)
        {
            const int GlobalObject = 0x11, GlobalFunction = 0x12, GlobalUnknown = 0x10, WeakUnknown = 0x20;
            uint place = strings.Add(NameOf((name, value)));
            if (name == "depends_on") Symbol(bytes, place, GlobalObject, text);
            else if (name == "export") Symbol(bytes, place, GlobalFunction, code);
            else Symbol(bytes, place, value.Split('+').Contains("weak") ? WeakUnknown : GlobalUnknown, (0, 0));
        }
        return bytes.ToArray();
    }

    /// <summary>A hash table of one bucket, which holds all symbols.</summary>
    public byte[] Hash()
    {
        ElfBytes bytes = New().Word(1).Word((uint)Count).Word(Count > 1 ? 1u : 0).Word(0);
        for (int i = 1; i < Count; i++) bytes.Word(i + 1 < Count ? (uint)i + 1 : 0);
        return bytes.ToArray();
    }

    /// <summary>The number of the version of each symbol: 1 is the object itself, those after it are <paramref name="versions"/>.</summary>
    public byte[] Versions(IReadOnlyList<string> versions)
    {
        ElfBytes bytes = New().Half(Local);
        foreach ((string name, string value) in symbols)
        {
            string[] parts = value.Split('@');
            bytes.Half(name == "export" && parts.Length > 1 ? versions.ToList().IndexOf(parts[1]) + 1 : 1);
        }
        return bytes.ToArray();
    }

    /// <summary>How each symbol is bound; null where no word says so. Dependencies have the places <paramref name="needed"/> among the dynamic entries.</summary>
    public byte[]? Bindings(IReadOnlyDictionary<string, int> needed)
    {
        if (!symbols.Any(symbol => symbol.Value.Split('+').Skip(1).Any(suffix => suffix != "weak"))) return null;
        ElfBytes bytes = New().Half(1).Half(0);
        foreach ((_, string value) in symbols)
        {
            string? suffix = value.Split('+').Skip(1).FirstOrDefault(part => part != "weak");
            (int boundTo, int flags) = suffix switch
            {
                "parent" => (0xfffe, 1),
                "extern" => (0xfffc, 0),
                ['b', 'o', 'u', 'n', 'd', '=', .. var name] => (needed[name], DirectlyBound),
                null => (0xfffd, 0),
                _ => throw new FormatException($"'{suffix}' is no binding"),
            };
            bytes.Half(boundTo).Half(flags);
        }
        return bytes.ToArray();
    }

    /// <summary>The hash of System V, which tables of symbols and of versions use (<c>elf_hash</c>).</summary>
    public static uint HashOf(string name)
    {
        uint hash = 0;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash << 4) + letter;
            uint high = hash & 0xf0000000;
            hash = (hash ^ (high >> 24)) & ~high;
        }
        return hash;
    }

    private ElfBytes New() => new(words.Is64, words.IsBig);

    private void Symbol(ElfBytes bytes, uint name, int info, (ulong Address, int Section) place)
    {
        if (words.Is64) bytes.Word(name).Byte(info).Byte(0).Half(place.Section).Wide(place.Address).Wide(0);
        else bytes.Word(name).Wide(place.Address).Wide(0).Byte(info).Byte(0).Half(place.Section);
    }
}
