using System.Buffers.Binary;

namespace ManifestLinker.Linker.Fat.Format;

/// <summary>
/// The pieces of a long name: entries before that of the file, the last piece first, each with 13 units of UTF-16 and the checksum of the short name.
/// </summary>
internal static class LongName
{
    /// <summary>Units in a piece, and the most in a name.</summary>
    public const int UnitsOfPiece = 13, MostUnits = 255;

    /// <summary>Marks the number of the last piece, which stands first.</summary>
    public const byte Last = 0x40;

    /// <summary>Offsets in a piece.</summary>
    public const int Number = 0, Attributes = 11, Checksum = 13;

    // Where the units of a piece stand.
    private static readonly int[] Places = [1, 3, 5, 7, 9, 14, 16, 18, 20, 22, 24, 28, 30];

    /// <summary>How many pieces a name of so many units has.</summary>
    public static int Pieces(int units) => (units + UnitsOfPiece - 1) / UnitsOfPiece;

    /// <summary>Writes the pieces of <paramref name="name"/>, which has at most <see cref="MostUnits"/> units.</summary>
    public static void Write(Span<byte> place, string name, byte checksum)
    {
        int pieces = Pieces(name.Length);
        for (int number = pieces; number > 0; number--, place = place[FatEntry.Bytes..])
        {
            place[Number] = (byte)(number == pieces ? number | Last : number);
            place[Attributes] = (byte)FatAttributes.LongName;
            place[Checksum] = checksum;
            for (int i = 0; i < UnitsOfPiece; i++)
            {
                // A name that does not fill its last piece ends with a zero; behind that nothing is.
                int at = ((number - 1) * UnitsOfPiece) + i;
                ushort unit = at < name.Length ? name[at] : at == name.Length ? (ushort)0 : (ushort)0xffff;
                BinaryPrimitives.WriteUInt16LittleEndian(place[Places[i]..], unit);
            }
        }
    }

    /// <summary>The units in a piece, up to the zero.</summary>
    public static string Read(ReadOnlySpan<byte> piece)
    {
        Span<char> units = stackalloc char[UnitsOfPiece];
        for (int i = 0; i < UnitsOfPiece; i++)
        {
            units[i] = (char)BinaryPrimitives.ReadUInt16LittleEndian(piece[Places[i]..]);
            if (units[i] == 0) return new string(units[..i]);
        }
        return new string(units);
    }
}
