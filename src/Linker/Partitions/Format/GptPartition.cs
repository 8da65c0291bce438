using System.Buffers.Binary;
using ManifestLinker.Linker.Partitions.Format;

namespace ManifestLinker.Linker.Partitions;

/// <summary>A partition; sectors have 512 bytes and are counted from the beginning of the disk.</summary>
/// <param name="Index">Its place in the table, from 0 on; most tools count from 1.</param>
/// <param name="Type">What it is for.</param>
/// <param name="Identity">The number that no other partition has.</param>
/// <param name="FirstSector">Where it begins.</param>
/// <param name="LastSector">The last sector that belongs to it.</param>
/// <param name="Attributes">Bits that mean something to firmware or to those who know its type.</param>
/// <param name="Name">What people call it; at most 36 UTF-16 units.</param>
public sealed record GptPartition(int Index, Guid Type, Guid Identity, ulong FirstSector, ulong LastSector, ulong Attributes, string Name)
{
    /// <summary>The byte offset of the first sector.</summary>
    public long Offset => (long)FirstSector * GptFormat.Sector;

    /// <summary>Bytes of the partition.</summary>
    public long Length => (long)(LastSector - FirstSector + 1) * GptFormat.Sector;

    /// <summary>Writes the entry.</summary>
    internal void Write(Span<byte> entry)
    {
        Type.TryWriteBytes(entry[GptFormat.Type..]);
        Identity.TryWriteBytes(entry[GptFormat.Identity..]);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[GptFormat.First..], FirstSector);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[GptFormat.Last..], LastSector);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[GptFormat.Attributes..], Attributes);
        for (int i = 0; i < Name.Length; i++) BinaryPrimitives.WriteUInt16LittleEndian(entry[(GptFormat.Name + (2 * i))..], Name[i]);
    }

    /// <summary>The partition in an entry; null where the entry is free.</summary>
    internal static GptPartition? Read(ReadOnlySpan<byte> entry, int index)
    {
        var type = new Guid(entry.Slice(GptFormat.Type, 16));
        if (type == Guid.Empty) return null;
        Span<char> name = stackalloc char[GptFormat.NameUnits];
        int units = 0;
        for (; units < name.Length; units++)
        {
            name[units] = (char)BinaryPrimitives.ReadUInt16LittleEndian(entry[(GptFormat.Name + (2 * units))..]);
            if (name[units] == 0) break;
        }
        return new(
            index,
            type,
            new Guid(entry.Slice(GptFormat.Identity, 16)),
            BinaryPrimitives.ReadUInt64LittleEndian(entry[GptFormat.First..]),
            BinaryPrimitives.ReadUInt64LittleEndian(entry[GptFormat.Last..]),
            BinaryPrimitives.ReadUInt64LittleEndian(entry[GptFormat.Attributes..]),
            new string(name[..units]));
    }
}
