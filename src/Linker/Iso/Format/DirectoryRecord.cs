using System.Buffers.Binary;

namespace ManifestLinker.Linker.Iso.Format;

/// <summary>
/// A record of a directory (ECMA-119, 9.1). Numbers stand there twice, the low byte first and then the high byte first; the first form is read,
/// as everybody does.
/// </summary>
internal readonly struct DirectoryRecord
{
    /// <summary>Bytes before the name.</summary>
    public const int Head = 33;

    private readonly ReadOnlyMemory<byte> bytes;

    private DirectoryRecord(ReadOnlyMemory<byte> bytes) => this.bytes = bytes;

    /// <summary>The first block: of the extended attributes, if there are any, else of the content.</summary>
    public uint Block => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[2..]);

    /// <summary>Blocks of extended attributes, which lie before the content.</summary>
    public byte AttributeBlocks => bytes.Span[1];

    /// <summary>Bytes of the content.</summary>
    public uint Size => BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[10..]);

    /// <summary>The time of the record, in seconds since 1970 UTC.</summary>
    public long Time => IsoTime.Read(bytes.Span.Slice(18, IsoTime.ShortBytes));

    public RecordFlags Flags => (RecordFlags)bytes.Span[25];

    /// <summary>Whether the content lies in pieces with gaps between them, which nobody writes any more.</summary>
    public bool IsInterleaved => bytes.Span[26] != 0 || bytes.Span[27] != 0;

    /// <summary>The number of the medium that the content is on; the first is 1, and some write 0.</summary>
    public ushort Medium => BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span[28..]);

    /// <summary>Whether all numbers say the same in their two byte orders.</summary>
    public bool NumbersAgree =>
        BothOrders.Agree(bytes.Span.Slice(2, BothOrders.Bytes32))
        && BothOrders.Agree(bytes.Span.Slice(10, BothOrders.Bytes32))
        && BothOrders.Agree(bytes.Span.Slice(28, BothOrders.Bytes16));

    /// <summary>The name; one byte 0 is the directory itself, one byte 1 its parent.</summary>
    public ReadOnlySpan<byte> Name => bytes.Span.Slice(Head, bytes.Span[32]);

    public bool IsItself => Name is [0];

    public bool IsParent => Name is [1];

    /// <summary>What stands behind the name, which is padded so that this begins at an even byte; Rock Ridge has its place there.</summary>
    public ReadOnlyMemory<byte> SystemUse
    {
        get
        {
            int at = BytesFor(Name.Length);
            return at < bytes.Length ? bytes[at..] : default;
        }
    }

    /// <summary>The record at the start of <paramref name="bytes"/>; null where it does not fit into itself or into those.</summary>
    public static DirectoryRecord? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty || bytes[0] <= Head || bytes[0] > bytes.Length) return null;
        int name = bytes[32];
        return name > 0 && Head + name <= bytes[0] ? new DirectoryRecord(bytes[..bytes[0]].ToArray()) : null;
    }

    /// <summary>Bytes of a record with a name of so many bytes, before what stands in its system use area.</summary>
    public static int BytesFor(int nameBytes) => Head + nameBytes + (nameBytes % 2 == 0 ? 1 : 0);

    /// <summary>The bytes of a record; always an even number of them.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> name, uint block, uint size, long time, RecordFlags flags, ReadOnlySpan<byte> systemUse)
    {
        int length = BytesFor(name.Length) + systemUse.Length;
        var record = new byte[length + (length % 2)];
        record[0] = (byte)record.Length;
        BothOrders.Write32(record.AsSpan(2), block);
        BothOrders.Write32(record.AsSpan(10), size);
        IsoTime.WriteShort(record.AsSpan(18), time);
        record[25] = (byte)flags;
        // The first medium of one.
        BothOrders.Write16(record.AsSpan(28), 1);
        record[32] = (byte)name.Length;
        name.CopyTo(record.AsSpan(Head));
        systemUse.CopyTo(record.AsSpan(BytesFor(name.Length)));
        return record;
    }
}
