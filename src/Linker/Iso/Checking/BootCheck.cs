using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Iso;

/// <summary>Checks the boot catalogue, and the boot info tables of the programs it names.</summary>
internal static class BootCheck
{
    // A program with a table is the first stage of a loader, which is small; others are not read.
    private const long LargestProgram = 1 << 20;

    public static void Run(ByteSource image, IReadOnlyList<(long Start, long End, bool IsDirectory)> ranges, ProblemList problems)
    {
        Dictionary<long, long> ends = ranges.Where(range => !range.IsDirectory).ToDictionary(range => range.Start, range => range.End);
        foreach (BootEntry entry in BootCatalogue.Read(image).DistinctBy(entry => entry.Block))
        {
            long start = entry.Block * (long)IsoFormat.Sector;
            if (start >= image.Length)
            {
                problems.Add($"the boot catalogue names block {entry.Block}, behind the end of the image");
                continue;
            }

            // A program that is no file of the tree says nothing of its length.
            long end = ends.GetValueOrDefault(start);
            if (end >= start + BootInfoTable.End && end <= start + LargestProgram) CheckTable(image.Slice(start, end - start), entry.Block, start, problems);
        }
    }

    // Not every program has one: it is there where the first number is right.
    private static void CheckTable(ByteSource program, uint block, long start, ProblemList problems)
    {
        byte[] stored = program.Slice(BootInfoTable.Start, BootInfoTable.End - BootInfoTable.Start).ToArray();
        if (BinaryPrimitives.ReadUInt32LittleEndian(stored) != IsoFormat.FirstDescriptor || BinaryPrimitives.ReadUInt32LittleEndian(stored.AsSpan(4)) != block) return;
        if (!stored.AsSpan().SequenceEqual(BootInfoTable.Of(program, block))) problems.Add($"the boot info table is not that of its program", start + BootInfoTable.Start);
    }
}
