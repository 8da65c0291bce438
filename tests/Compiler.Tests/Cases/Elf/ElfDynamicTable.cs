using System.Globalization;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>The dynamic entries in the making.</summary>
internal sealed class ElfDynamicTable
{
    private static readonly Dictionary<string, long> TextTags = new(StringComparer.Ordinal)
    {
        ["soname"] = 14, ["rpath"] = 15, ["runpath"] = 29, ["filter"] = 0x7fffffff, ["auxiliary"] = 0x7ffffffd, ["sunwfilter"] = 0x6000000f,
        ["sunwauxiliary"] = 0x6000000d, ["config"] = 0x6ffffefa, ["audit"] = 0x6ffffefc, ["depaudit"] = 0x6ffffefb,
    };

    private readonly List<(long Tag, ulong Value)> entries = [];

    public ElfDynamicTable(ElfWords words, ElfStrings strings)
    {
        foreach ((string name, string value) in words.All)
        {
            if (name == "needed") AddNeed(value.Split('+'), strings);
            else if (TextTags.TryGetValue(name, out long tag)) entries.Add((tag, strings.Add(value)));
            else if (name == "textrel") entries.Add((22, 0));
            else if (name == "flags") entries.Add((30, Hex(value)));
            else if (name == "flags1") entries.Add((0x6ffffffb, Hex(value)));
        }
    }

    /// <summary>The place of each dependency among the entries.</summary>
    public Dictionary<string, int> Needed { get; } = new(StringComparer.Ordinal);

    public void Add(long tag, ulong value) => entries.Add((tag, value));

    public byte[] ToArray(ElfWords words)
    {
        var bytes = new ElfBytes(words.Is64, words.IsBig);
        foreach ((long tag, ulong value) in entries) bytes.Wide((ulong)tag).Wide(value);
        return bytes.Wide(0).Wide(0).ToArray();
    }

    public static ulong Hex(string text) => ulong.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private void AddNeed(string[] parts, ElfStrings strings)
    {
        ulong flags = (parts.Contains("lazy") ? 1ul : 0) | (parts.Contains("deferred") ? 4ul : 0);
        if (flags != 0) entries.Add((0x6ffffdfd, flags));
        Needed.TryAdd(parts[0], entries.Count);
        entries.Add((1, strings.Add(parts[0])));
    }
}
