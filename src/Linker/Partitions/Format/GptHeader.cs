using System.Buffers.Binary;
using System.IO.Hashing;

namespace ManifestLinker.Linker.Partitions.Format;

/// <summary>A header of a GUID partition table; numbers of sectors are counted from the beginning of the disk.</summary>
/// <param name="MySector">Where it lies.</param>
/// <param name="OtherSector">Where the other header lies.</param>
/// <param name="FirstUsable">The first sector that partitions may have.</param>
/// <param name="LastUsable">The last one.</param>
/// <param name="Disk">The identity of the disk.</param>
/// <param name="Entries">Where the entries begin.</param>
/// <param name="EntryCount">How many entries there are.</param>
/// <param name="EntrySize">Bytes of each.</param>
/// <param name="EntriesChecksum">The CRC-32 of all entries.</param>
internal sealed record GptHeader(
    ulong MySector, ulong OtherSector, ulong FirstUsable, ulong LastUsable, Guid Disk, ulong Entries, uint EntryCount, uint EntrySize, uint EntriesChecksum)
{
    /// <summary>Bytes of all entries.</summary>
    public long EntriesBytes => EntryCount * (long)EntrySize;

    /// <summary>The sector with the header.</summary>
    public byte[] Write()
    {
        var sector = new byte[GptFormat.Sector];
        GptFormat.Signature.CopyTo(sector);
        Write32(GptFormat.Revision, GptFormat.RevisionValue);
        Write32(GptFormat.Size, GptFormat.HeaderBytes);
        Write64(GptFormat.MySector, MySector);
        Write64(GptFormat.OtherSector, OtherSector);
        Write64(GptFormat.FirstUsable, FirstUsable);
        Write64(GptFormat.LastUsable, LastUsable);
        Disk.TryWriteBytes(sector.AsSpan(GptFormat.Disk));
        Write64(GptFormat.Entries, Entries);
        Write32(GptFormat.EntryCount, EntryCount);
        Write32(GptFormat.EntrySize, EntrySize);
        Write32(GptFormat.EntriesChecksum, EntriesChecksum);
        Write32(GptFormat.Checksum, ChecksumOf(sector.AsSpan(0, GptFormat.HeaderBytes)));
        return sector;

        void Write32(int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(sector.AsSpan(at), number);

        void Write64(int at, ulong number) => BinaryPrimitives.WriteUInt64LittleEndian(sector.AsSpan(at), number);
    }

    /// <summary>The header in a sector; null, and why, where it is none.</summary>
    public static GptHeader? Read(ReadOnlySpan<byte> sector, out string? why)
    {
        why = null;
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(sector[GptFormat.Size..]);
        if (!sector[..GptFormat.Signature.Length].SequenceEqual(GptFormat.Signature)) why = "does not begin with 'EFI PART'";
        else if (size is < GptFormat.HeaderBytes or > GptFormat.Sector) why = $"is said to have {size} bytes";
        else if (BinaryPrimitives.ReadUInt32LittleEndian(sector[GptFormat.Checksum..]) != ChecksumOf(sector[..(int)size])) why = "has another checksum than its bytes";
        if (why is not null) return null;
        return new(
            BinaryPrimitives.ReadUInt64LittleEndian(sector[GptFormat.MySector..]),
            BinaryPrimitives.ReadUInt64LittleEndian(sector[GptFormat.OtherSector..]),
            BinaryPrimitives.ReadUInt64LittleEndian(sector[GptFormat.FirstUsable..]),
            BinaryPrimitives.ReadUInt64LittleEndian(sector[GptFormat.LastUsable..]),
            new Guid(sector.Slice(GptFormat.Disk, 16)),
            BinaryPrimitives.ReadUInt64LittleEndian(sector[GptFormat.Entries..]),
            BinaryPrimitives.ReadUInt32LittleEndian(sector[GptFormat.EntryCount..]),
            BinaryPrimitives.ReadUInt32LittleEndian(sector[GptFormat.EntrySize..]),
            BinaryPrimitives.ReadUInt32LittleEndian(sector[GptFormat.EntriesChecksum..]));
    }

    // The checksum counts as zeros in itself.
    private static uint ChecksumOf(ReadOnlySpan<byte> header)
    {
        byte[] bytes = header.ToArray();
        bytes.AsSpan(GptFormat.Checksum, 4).Clear();
        return Crc32.HashToUInt32(bytes);
    }
}
