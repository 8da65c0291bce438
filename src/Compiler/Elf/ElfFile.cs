using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Elf;

/// <summary>The bytes of an object while it is read, how its numbers stand, and what is found to be broken.</summary>
internal sealed class ElfFile(ByteSource content, ElfFormat format)
{
    private readonly List<string> faults = [];
    private long namesLeft = ElfLimits.AllNames;

    public ElfFormat Format => format;

    public long Length => content.Length;

    /// <summary>What is broken, each once.</summary>
    public IReadOnlyList<string> Faults => faults;

    public void Fault(string text)
    {
        if (!faults.Contains(text)) faults.Add(text);
    }

    /// <summary>Whether <paramref name="size"/> bytes at <paramref name="offset"/> lie within the file.</summary>
    public bool Holds(ulong offset, ulong size) => offset <= (ulong)Length && size <= (ulong)Length - offset;

    /// <summary>How many bytes of <paramref name="size"/> at <paramref name="offset"/> the file has, and <paramref name="most"/> at most.</summary>
    public int Within(ulong offset, ulong size, int most) =>
        offset >= (ulong)Length ? 0 : (int)Math.Min(Math.Min(size, (ulong)Length - offset), (ulong)most);

    /// <summary>Fills <paramref name="destination"/>; the range must lie within the file.</summary>
    public void Read(ulong offset, Span<byte> destination) => content.Read((long)offset, destination);

    /// <summary>The bytes of a range that lies within the file.</summary>
    public byte[] Bytes(ulong offset, int size)
    {
        if (size == 0) return [];
        var bytes = new byte[size];
        Read(offset, bytes);
        return bytes;
    }

    /// <summary>Whether no more names are read, because those before took all that names may have together.</summary>
    public bool HasNoNamesLeft => namesLeft <= 0;

    /// <summary>Takes the bytes of a name from what all names together may have.</summary>
    public void Spend(int nameLength)
    {
        namesLeft -= nameLength + 1;
        if (HasNoNamesLeft) Fault("its names are longer together than any real object's");
    }
}
