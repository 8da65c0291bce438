using System.Text;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>A string table in the making; the same text has one place.</summary>
internal sealed class ElfStrings
{
    private readonly List<byte> bytes = [0];
    private readonly Dictionary<string, uint> places = new(StringComparer.Ordinal) { [""] = 0 };

    public byte[] ToArray() => [.. bytes];

    /// <summary>Where <paramref name="text"/> lies.</summary>
    public uint Add(string text)
    {
        if (places.TryGetValue(text, out uint known)) return known;
        uint place = (uint)bytes.Count;
        bytes.AddRange(Encoding.UTF8.GetBytes(text));
        bytes.Add(0);
        places.Add(text, place);
        return place;
    }
}
