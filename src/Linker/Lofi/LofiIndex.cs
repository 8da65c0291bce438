using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Lofi;

/// <summary>Header and index of a file, checked as far as that goes without decoding a segment.</summary>
internal sealed class LofiIndex
{
    private readonly long[] offsets;

    private LofiIndex(LofiHeader header, long[] offsets)
    {
        Header = header;
        this.offsets = offsets;
    }

    public LofiHeader Header { get; }

    /// <summary>Where the last segment ends in the file.</summary>
    public long End => Header.DataOffset + offsets[^1];

    /// <summary>The place of segment <paramref name="number"/> in the file, flag byte included; at least one byte.</summary>
    public (long Offset, long Length) this[int number] =>
        (Header.DataOffset + offsets[number], offsets[number + 1] - offsets[number]);

    /// <summary>Reads the start of <paramref name="file"/>; an <see cref="InvalidDataException"/> says what is wrong with it.</summary>
    public static LofiIndex Read(ByteSource file)
    {
        if (file.Length < LofiHeader.Length)
            throw new InvalidDataException($"a file of {file.Length} bytes is too short for a lofi header");
        Span<byte> fixedPart = stackalloc byte[LofiHeader.Length];
        file.Read(0, fixedPart);
        LofiHeader header = LofiHeader.Parse(fixedPart);
        if (header.DataOffset > file.Length)
            throw new InvalidDataException($"the index of {header.Segments + 1} entries runs past the end of the file");
        var entries = new long[header.Segments + 1];
        file.Read(LofiHeader.Length, MemoryMarshal.AsBytes(entries.AsSpan()));
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(entries, entries);
        Check(entries, file.Length - header.DataOffset);
        return new LofiIndex(header, entries);
    }

    private static void Check(long[] entries, long room)
    {
        if (entries[0] != 0) throw new InvalidDataException($"index entry 0 is {(ulong)entries[0]}, not 0");
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i] <= entries[i - 1])
                throw new InvalidDataException($"index entry {i} is {(ulong)entries[i]}, not more than the one before, {entries[i - 1]}");
            if (entries[i] > room)
                throw new InvalidDataException($"index entry {i} is {entries[i]}, past the end of the file by {entries[i] - room} bytes");
        }
    }
}
