using System.Buffers.Binary;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>Reads a message of Protocol Buffers, field by field; a damaged one ends where the damage is.</summary>
internal ref struct MessageReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0, Fixed64 = 1, LengthDelimited = 2, Fixed32 = 5;
    private const int LongestVarint = 10;

    private ReadOnlySpan<byte> rest = message;

    /// <summary>The next field, with its bytes or its number, whichever it holds; false at the end, or where no field can be read.</summary>
    public bool Next(out int field, out ReadOnlySpan<byte> bytes, out long number)
    {
        field = 0;
        bytes = default;
        number = 0;
        if (!ReadVarint(out ulong tag) || tag >> 3 > int.MaxValue) return false;
        field = (int)(tag >> 3);
        switch ((int)(tag & 7))
        {
            case Varint:
                if (!ReadVarint(out ulong value)) return false;
                number = (long)value;
                return true;
            case LengthDelimited:
                return ReadVarint(out ulong length) && length <= (ulong)rest.Length && Take((int)length, out bytes);
            case Fixed64:
                if (!Take(sizeof(long), out bytes)) return false;
                number = BinaryPrimitives.ReadInt64LittleEndian(bytes);
                return true;
            case Fixed32:
                if (!Take(sizeof(int), out bytes)) return false;
                number = BinaryPrimitives.ReadInt32LittleEndian(bytes);
                return true;
            default:
                return false;
        }
    }

    private bool Take(int count, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (count > rest.Length) return false;
        bytes = rest[..count];
        rest = rest[count..];
        return true;
    }

    private bool ReadVarint(out ulong value)
    {
        value = 0;
        for (int at = 0; at < rest.Length && at < LongestVarint; at++)
        {
            value |= (ulong)(rest[at] & 0x7f) << (7 * at);
            if (rest[at] > 0x7f) continue;
            rest = rest[(at + 1)..];
            return true;
        }
        return false;
    }
}
