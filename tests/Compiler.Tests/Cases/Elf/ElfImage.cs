namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// An object put together: header, program headers, what is loaded as text, what is loaded as data, what is not loaded, section headers.
/// The data lie a page further on in memory than in the file, so that an address is never an offset.
/// </summary>
internal sealed class ElfImage
{
    private const ulong Page = 0x1000;

    private readonly ElfWords words;
    private readonly Dictionary<string, (ulong Address, int Section)> places = new(StringComparer.Ordinal);
    private readonly ElfStrings names = new();
    private List<ElfPart> parts = [];
    private ulong[] offsets = [];

    private ElfImage(ElfWords words) => this.words = words;

    private int HeaderSize => words.Is64 ? 64 : 52;

    private int ProgramHeaderSize => words.Is64 ? 56 : 32;

    private int SectionHeaderSize => words.Is64 ? 64 : 40;

    private ulong Base => words.Type != 2 ? 0 : words.Is64 ? 0x400000u : 0x8050000u;

    public static byte[] Build(ElfWords words)
    {
        var image = new ElfImage(words);
        image.LayOut();
        image.LayOut();
        return image.Write();
    }

    // Called twice: the tables hold places, and only their sizes decide where things lie.
    private void LayOut()
    {
        parts = [.. ElfParts.Of(words, name => places.GetValueOrDefault(name)).OrderBy(part => part.Load switch
        {
            ElfLoad.Text => 0,
            ElfLoad.Data => 1,
            _ => 2,
        })];
        foreach (ElfPart part in parts) names.Add(SectionName(part));
        names.Add(".shstrtab");
        if (!words.Has("nosections")) parts.Add(new(".shstrtab", ElfPart.StringTable, names.ToArray()));
        offsets = new ulong[parts.Count];
        ulong at = (ulong)(HeaderSize + (Segments().Count * ProgramHeaderSize));
        for (int i = 0; i < parts.Count; i++)
        {
            at = (at + 7) / 8 * 8;
            offsets[i] = at;
            ulong address = words.IsRelocatable || parts[i].Load == ElfLoad.None ? 0 : Base + at + (parts[i].Load == ElfLoad.Data ? Page : 0);
            places[parts[i].Name] = (address, i + 1);
            at += (ulong)parts[i].Content.Length;
        }
    }

    private List<ElfBytes> Segments()
    {
        var found = new List<ElfBytes>();
        if (words.IsRelocatable) return found;
        void Add(uint type, uint flags, ulong offset, ulong address, ulong size, ulong memory, ulong align) => found.Add(words.Is64
            ? New().Word(type).Word(flags).Wide(offset).Wide(address).Wide(0).Wide(size).Wide(memory).Wide(align)
            : New().Word(type).Wide(offset).Wide(address).Wide(0).Wide(size).Wide(memory).Word(flags).Wide(align));
        void AddPart(uint type, uint flags, string name)
        {
            int i = parts.FindIndex(part => part.Name == name);
            if (i >= 0) Add(type, flags, At(i), places.GetValueOrDefault(name).Address, Size(i), Size(i), 8);
        }
        AddPart(3, 4, ".interp");
        ulong text = End(ElfLoad.Text);
        Add(1, 5, 0, Base, text, text, Page);
        int data = parts.FindIndex(part => part.Load == ElfLoad.Data);
        ulong dataEnd = Math.Max(End(ElfLoad.Data), text);
        if (data >= 0) Add(1, 6, At(data), Base + At(data) + Page, dataEnd - At(data), dataEnd - At(data), Page);
        ulong free = Base + ((dataEnd + (3 * Page)) / Page * Page);
        foreach (string letters in words.Values("load"))
        {
            Add(1, ElfWords.Permissions(letters), 0, free, 0, Page, Page);
            free += Page;
        }
        AddPart(2, 6, ".dynamic");
        if (words.Stack is { } stack) Add(0x6ffffffb, ElfWords.Permissions(stack), 0, 0, 0, 0, 0);
        if (words.Value("gnustack") is { } gnuStack) Add(0x6474e551, ElfWords.Permissions(gnuStack), 0, 0, 0, 0, 8);
        AddPart(0x6ffffffd, 4, ".SUNW_cap");
        return found;
    }

    private ulong At(int i) => i < offsets.Length ? offsets[i] : 0;

    private ulong Size(int i) => (ulong)parts[i].Content.Length;

    private ulong End(ElfLoad load)
    {
        int last = parts.FindLastIndex(part => part.Load == load);
        return last < 0 ? 0 : At(last) + Size(last);
    }

    private byte[] Write()
    {
        List<ElfBytes> segments = Segments();
        bool sections = !words.Has("nosections");
        ulong end = parts.Count == 0 ? 0 : (At(parts.Count - 1) + Size(parts.Count - 1) + 7) / 8 * 8;
        ElfBytes bytes = New().Raw([0x7f, (byte)'E', (byte)'L', (byte)'F', (byte)(words.Is64 ? 2 : 1), (byte)(words.IsBig ? 2 : 1), 1, (byte)words.OsAbi]).Raw(new byte[8])
            .Half(words.Type).Half(words.Machine).Word(1).Wide(words.Type == 2 ? places[".text"].Address : 0)
            .Wide(segments.Count > 0 ? (ulong)HeaderSize : 0).Wide(sections ? end : 0).Word(0)
            .Half(HeaderSize).Half(segments.Count > 0 ? ProgramHeaderSize : 0).Half(segments.Count)
            .Half(sections ? SectionHeaderSize : 0).Half(sections ? parts.Count + 1 : 0).Half(sections ? parts.Count : 0);
        foreach (ElfBytes segment in segments) bytes.Raw(segment.ToArray());
        foreach (ElfPart part in parts) bytes.Pad(8).Raw(part.Content);
        if (!sections) return bytes.ToArray();
        bytes.Pad(8);
        SectionHeader(bytes, new("", 0, []), 0, 0);
        for (int i = 0; i < parts.Count; i++) SectionHeader(bytes, parts[i], At(i), places[parts[i].Name].Address);
        return bytes.ToArray();
    }

    private void SectionHeader(ElfBytes bytes, ElfPart part, ulong offset, ulong address) => bytes
        .Word(names.Add(SectionName(part))).Word(part.Type).Wide(part.Flags).Wide(address).Wide(offset).Wide((ulong)part.Content.Length)
        .Word((uint)(part.Link.Length > 0 ? places[part.Link].Section : 0)).Word(part.Info).Wide(part.Type == 0 ? 0ul : 8).Wide((ulong)part.EntrySize);

    // Both tables of versions go by one name.
    private static string SectionName(ElfPart part) => part.Name == ".SUNW_version2" ? ".SUNW_version" : part.Name;

    private ElfBytes New() => new(words.Is64, words.IsBig);
}
