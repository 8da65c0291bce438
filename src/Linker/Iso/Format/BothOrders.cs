using System.Buffers.Binary;

namespace ManifestLinker.Linker.Iso.Format;

/// <summary>Numbers that stand twice, the low byte first and then the high byte first (ECMA-119, 7.2.3 and 7.3.3).</summary>
internal static class BothOrders
{
    /// <summary>Bytes that a number of 16 and one of 32 bits take.</summary>
    public const int Bytes16 = 4, Bytes32 = 8;

    public static void Write16(Span<byte> place, ushort number)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(place, number);
        BinaryPrimitives.WriteUInt16BigEndian(place[2..], number);
    }

    public static void Write32(Span<byte> place, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(place, number);
        BinaryPrimitives.WriteUInt32BigEndian(place[4..], number);
    }

    /// <summary>Whether both orders at <paramref name="place"/>, which is as long as a number takes, say the same.</summary>
    public static bool Agree(ReadOnlySpan<byte> place)
    {
        for (int i = 0; i < place.Length / 2; i++)
        {
            if (place[i] != place[^(i + 1)]) return false;
        }
        return true;
    }
}
