using System.Buffers.Binary;

namespace ManifestLinker.Linker.Iso;

/// <summary>Writes path tables: all directories in a row, so that old systems need not look into each (ECMA-119, 9.4).</summary>
internal static class PathTable
{
    private const int Head = 8;

    /// <summary>Bytes of an entry with a name of so many bytes, always an even number.</summary>
    public static int BytesFor(int nameBytes) => Head + ((nameBytes + 1) / 2 * 2);

    /// <summary>The table of <paramref name="directories"/>, which are in its order.</summary>
    public static byte[] Of(IReadOnlyList<PlannedDirectory> directories, bool lowFirst)
    {
        var table = new byte[directories.Sum(directory => BytesFor(directory.Name.Length))];
        int at = 0;
        foreach (PlannedDirectory directory in directories)
        {
            Span<byte> entry = table.AsSpan(at, BytesFor(directory.Name.Length));
            entry[0] = (byte)directory.Name.Length;
            uint block = directory.Block;
            ushort parent = (ushort)directory.Parent.Number;
            BinaryPrimitives.WriteUInt32LittleEndian(entry[2..], lowFirst ? block : BinaryPrimitives.ReverseEndianness(block));
            BinaryPrimitives.WriteUInt16LittleEndian(entry[6..], lowFirst ? parent : BinaryPrimitives.ReverseEndianness(parent));
            directory.Name.CopyTo(entry[Head..]);
            at += entry.Length;
        }
        return table;
    }
}
