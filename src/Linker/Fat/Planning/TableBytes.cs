using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// The part of a table that says something: for each cluster in use the next one, or that it is the last. It follows from where things end, and so the tables of
/// a disk of any size take no memory.
/// </summary>
/// <param name="ends">The last cluster of each chain, rising; together they fill all clusters up to the last.</param>
internal sealed class TableBytes(IReadOnlyList<uint> ends) : ByteSource
{
    private const int EntryBytes = 4;

    private readonly uint[] ends = [.. ends];

    /// <inheritdoc/>
    public override long Length { get; } = (ends[^1] + 1L) * EntryBytes;

    /// <inheritdoc/>
    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        Span<byte> entry = stackalloc byte[EntryBytes];
        uint number = (uint)(offset / EntryBytes);
        int chain = Array.BinarySearch(ends, number);
        if (chain < 0) chain = ~chain;
        for (int skip = (int)(offset % EntryBytes); !destination.IsEmpty; skip = 0, number++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(entry, Entry(number, chain));
            if (ends[chain] == number) chain++;
            ReadOnlySpan<byte> part = entry[skip..];
            if (part.Length > destination.Length) part = part[..destination.Length];
            part.CopyTo(destination);
            destination = destination[part.Length..];
        }
    }

    private uint Entry(uint number, int chain) => number switch
    {
        0 => FatFormat.FirstEntry,
        1 => FatFormat.SecondEntry,
        // This is how mkfs of illumos ends the top directory.
        _ when ends[chain] == number => chain == 0 ? FatFormat.FirstEntry : FatFormat.EndOfChain,
        _ => number + 1,
    };
}
