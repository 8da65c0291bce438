using System.Buffers.Binary;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>
/// Reads what <see cref="FactsWriter"/> wrote. Total: where the bytes are none of it, <see cref="IsBroken"/> says so, and everything read from
/// then on is zero or empty.
/// </summary>
internal sealed class FactsReader(ReadOnlyMemory<byte> bytes)
{
    private int at;

    public bool IsBroken { get; private set; }

    /// <summary>Whether all was read, and all was well.</summary>
    public bool IsDone => !IsBroken && at == bytes.Length;

    public ulong Number()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (at >= bytes.Length) break;
            byte next = bytes.Span[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
        IsBroken = true;
        at = bytes.Length;
        return 0;
    }

    public int Int() => unchecked((int)(uint)Number());

    public bool Flag() => Number() == 1;

    public ulong Long()
    {
        ReadOnlySpan<byte> taken = Take(8);
        return taken.Length == 8 ? BinaryPrimitives.ReadUInt64LittleEndian(taken) : 0;
    }

    public string? Text()
    {
        ulong length = Number();
        return length == 0 ? null : EscapedUtf8.Decode(Take(length - 1));
    }

    public T[] List<T>(Func<T> read)
    {
        ulong count = Number();

        // Every item has at least a byte, so no number in the file makes a list that is larger than it.
        if (count > (ulong)(bytes.Length - at))
        {
            IsBroken = true;
            return [];
        }
        var items = new T[count];
        for (int i = 0; i < items.Length && !IsBroken; i++) items[i] = read();
        return items;
    }

    /// <summary>A range of the bytes themselves.</summary>
    public ReadOnlyMemory<byte> TakeMemory(ulong count)
    {
        if (count > (ulong)(bytes.Length - at))
        {
            IsBroken = true;
            at = bytes.Length;
            return default;
        }
        ReadOnlyMemory<byte> taken = bytes.Slice(at, (int)count);
        at += (int)count;
        return taken;
    }

    private ReadOnlySpan<byte> Take(ulong count) => TakeMemory(count).Span;
}
