using System.Buffers;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>Writes a message of Protocol Buffers, field by field (protobuf.dev, "Encoding").</summary>
internal sealed class MessageWriter
{
    private const int Varint = 0, LengthDelimited = 2;

    private readonly ArrayBufferWriter<byte> message = new();

    /// <summary>A field that holds a number, none for zero, as the third version of the language has it.</summary>
    public void Number(int field, long value)
    {
        if (value == 0) return;
        WriteVarint((ulong)((field << 3) | Varint));
        WriteVarint((ulong)value);
    }

    /// <summary>A field that holds bytes, a text or another message.</summary>
    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        WriteVarint((ulong)((field << 3) | LengthDelimited));
        WriteVarint((ulong)value.Length);
        message.Write(value);
    }

    /// <summary>The message.</summary>
    public byte[] ToArray() => message.WrittenSpan.ToArray();

    private void WriteVarint(ulong value)
    {
        for (; value > 0x7f; value >>= 7) message.Write([(byte)(value | 0x80)]);
        message.Write([(byte)value]);
    }
}
