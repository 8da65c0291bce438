using System.Buffers.Binary;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>Checks that both path tables name the directories that there are, in the right order.</summary>
internal static class PathTableCheck
{
    private const int Head = 8;

    public static void Run(IsoVolume volume, ReadOnlySpan<byte> primary, IReadOnlyList<CheckedDirectory> directories, ProblemList problems)
    {
        uint bytes = BinaryPrimitives.ReadUInt32LittleEndian(primary[IsoFormat.PathTableBytes..]);
        uint low = BinaryPrimitives.ReadUInt32LittleEndian(primary[IsoFormat.LowPathTable..]);
        uint high = BinaryPrimitives.ReadUInt32BigEndian(primary[IsoFormat.HighPathTable..]);
        foreach ((uint block, bool lowFirst) in ((uint, bool)[])[(low, true), (high, false)])
        {
            string name = lowFirst ? "the path table with the low bytes first" : "the path table with the high bytes first";
            long start = block * (long)volume.BlockSize;
            if (bytes > int.MaxValue || !volume.Holds(block, bytes)) problems.Add($"{name} lies behind the end of the image", start);
            else if (!Names(volume.ReadTable(block, 0, (int)bytes, name), lowFirst, directories)) problems.Add($"{name} does not name the directories", start);
        }
    }

    private static bool Names(ReadOnlySpan<byte> table, bool lowFirst, IReadOnlyList<CheckedDirectory> directories)
    {
        foreach (CheckedDirectory directory in directories)
        {
            int bytes = Head + ((directory.Name.Length + 1) / 2 * 2);
            if (table.Length < bytes || table[0] != directory.Name.Length || !table.Slice(Head, table[0]).SequenceEqual(directory.Name)) return false;
            uint block = BinaryPrimitives.ReadUInt32LittleEndian(table[2..]);
            ushort parent = BinaryPrimitives.ReadUInt16LittleEndian(table[6..]);
            if ((lowFirst ? block : BinaryPrimitives.ReverseEndianness(block)) + table[1] != directory.Block) return false;
            if ((lowFirst ? parent : BinaryPrimitives.ReverseEndianness(parent)) != directory.Parent + 1) return false;
            table = table[bytes..];
        }
        return table.IsEmpty;
    }
}
