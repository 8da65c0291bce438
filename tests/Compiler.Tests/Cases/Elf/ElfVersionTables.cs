namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>The tables of the versions that an object offers and of those that it wants.</summary>
internal sealed class ElfVersionTables(ElfWords words, ElfStrings strings)
{
    private const int Base = 1;

    /// <summary>The versions offered, the object itself first; empty where it has none.</summary>
    public IReadOnlyList<string> Defined { get; } =
        words.Has("defines") ? [words.Value("soname") ?? "object", .. words.Values("defines").Select(text => text.Split('+')[0])] : [];

    /// <summary>How many files versions are wanted of.</summary>
    public int FilesNeeded => Needs().Count();

    public byte[] Definitions()
    {
        const int Header = 20, Name = 8;
        ElfBytes bytes = New();
        for (int i = 0; i < Defined.Count; i++)
        {
            int flags = i == 0 ? Base : FlagsOf(words.Values("defines").ElementAt(i - 1));
            bytes.Half(1).Half(flags).Half(i + 1).Half(1).Word(ElfSymbolTables.HashOf(Defined[i])).Word(Header)
                .Word(i + 1 < Defined.Count ? (uint)(Header + Name) : 0)
                .Word(strings.Add(Defined[i])).Word(0);
        }
        return bytes.ToArray();
    }

    public byte[] Needed()
    {
        const int Header = 16;
        ElfBytes bytes = New();
        IGrouping<string, string>[] files = [.. Needs()];
        int index = Math.Max(Defined.Count, 1);
        foreach (IGrouping<string, string> file in files)
        {
            string[] versions = [.. file];
            uint size = (uint)(Header + (versions.Length * Header));
            bytes.Half(1).Half(versions.Length).Word(strings.Add(file.Key)).Word(Header).Word(file == files[^1] ? 0 : size);
            for (int i = 0; i < versions.Length; i++)
            {
                string name = versions[i].Split('+')[0];
                bytes.Word(ElfSymbolTables.HashOf(name)).Half(FlagsOf(versions[i])).Half(++index).Word(strings.Add(name))
                    .Word(i + 1 < versions.Length ? (uint)Header : 0);
            }
        }
        return bytes.ToArray();
    }

    private IEnumerable<IGrouping<string, string>> Needs() =>
        words.Values("needs").Select(text => text.Split(':', 2)).GroupBy(parts => parts[0], parts => parts[1]);

    private static int FlagsOf(string text) => (text.Split('+').Contains("weak") ? 2 : 0) | (text.Split('+').Contains("info") ? 4 : 0);

    private ElfBytes New() => new(words.Is64, words.IsBig);
}
