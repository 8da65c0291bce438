using System.Buffers;
using System.Buffers.Binary;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>Writes numbers, texts and lists so that <see cref="FactsReader"/> can read them: small numbers are short.</summary>
internal sealed class FactsWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public byte[] ToArray() => bytes.WrittenSpan.ToArray();

    /// <summary>Seven bits a byte, the lowest first; the highest bit says that more follow.</summary>
    public void Number(ulong value)
    {
        Span<byte> to = bytes.GetSpan(10);
        int count = 0;
        for (; value >= 0x80; value >>= 7) to[count++] = (byte)(value | 0x80);
        to[count++] = (byte)value;
        bytes.Advance(count);
    }

    public void Number(int value) => Number((uint)value);

    public void Flag(bool value) => Number(value ? 1ul : 0);

    public void Long(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.GetSpan(8), value);
        bytes.Advance(8);
    }

    public void Raw(ReadOnlySpan<byte> raw) => bytes.Write(raw);

    /// <summary>A text, or null.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }
        byte[] encoded = EscapedUtf8.Encode(text);
        Number((ulong)encoded.Length + 1);
        bytes.Write(encoded);
    }

    public void List<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        Number((ulong)items.Count);
        foreach (T item in items) write(item);
    }
}
