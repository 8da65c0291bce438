using System.Buffers.Binary;
using System.Text;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>Bytes in the making, in the class and byte order of an object.</summary>
internal sealed class ElfBytes(bool is64, bool isBig)
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public byte[] ToArray() => [.. bytes];

    public ElfBytes Raw(ReadOnlySpan<byte> more)
    {
        bytes.AddRange(more);
        return this;
    }

    public ElfBytes Byte(int value) => Raw([(byte)value]);

    public ElfBytes Half(int value)
    {
        Span<byte> raw = stackalloc byte[2];
        if (isBig) BinaryPrimitives.WriteUInt16BigEndian(raw, (ushort)value);
        else BinaryPrimitives.WriteUInt16LittleEndian(raw, (ushort)value);
        return Raw(raw);
    }

    public ElfBytes Word(uint value)
    {
        Span<byte> raw = stackalloc byte[4];
        if (isBig) BinaryPrimitives.WriteUInt32BigEndian(raw, value);
        else BinaryPrimitives.WriteUInt32LittleEndian(raw, value);
        return Raw(raw);
    }

    /// <summary>An address, an offset, or another number as wide as one.</summary>
    public ElfBytes Wide(ulong value)
    {
        if (!is64) return Word((uint)value);
        Span<byte> raw = stackalloc byte[8];
        if (isBig) BinaryPrimitives.WriteUInt64BigEndian(raw, value);
        else BinaryPrimitives.WriteUInt64LittleEndian(raw, value);
        return Raw(raw);
    }

    public ElfBytes Text(string text, bool terminated = true)
    {
        Raw(Encoding.UTF8.GetBytes(text));
        return terminated ? Byte(0) : this;
    }

    /// <summary>Zeros, until the length is a multiple of <paramref name="alignment"/>.</summary>
    public ElfBytes Pad(int alignment)
    {
        while (Length % alignment != 0) Byte(0);
        return this;
    }
}
