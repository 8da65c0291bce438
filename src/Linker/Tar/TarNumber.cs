using System.Buffers.Binary;
using System.Globalization;

namespace ManifestLinker.Linker.Tar;

/// <summary>
/// Numbers in header fields: octal digits, or, in GNU's way, for what does not fit: two's complement, big-endian, the first byte
/// 0x80 or 0xff.
/// </summary>
internal static class TarNumber
{
    /// <summary>Whether <paramref name="value"/> can be written in octal into <paramref name="width"/> bytes, a NUL at the end.</summary>
    public static bool FitsOctal(long value, int width) => value >= 0 && value >> (3 * (width - 1)) == 0;

    /// <summary>Fills <paramref name="field"/>, 8 or 12 bytes, with <paramref name="value"/>.</summary>
    public static void Write(Span<byte> field, long value)
    {
        if (FitsOctal(value, field.Length))
        {
            for (int i = field.Length - 2; i >= 0; i--, value >>= 3) field[i] = (byte)('0' + (value & 7));
            field[^1] = 0;
            return;
        }
        field.Fill(value < 0 ? (byte)0xff : (byte)0);
        BinaryPrimitives.WriteInt64BigEndian(field[^8..], value);
        field[0] = value < 0 ? (byte)0xff : (byte)0x80;
    }

    /// <summary>Reads <paramref name="field"/>; blank counts as 0. An <see cref="InvalidDataException"/> names <paramref name="what"/>.</summary>
    public static long Read(ReadOnlySpan<byte> field, string what)
    {
        if (field[0] is 0x80 or 0xff) return ReadBinary(field, what);
        ReadOnlySpan<byte> digits = field.TrimStart((byte)' ');
        int end = digits.IndexOfAny((byte)' ', (byte)0);
        if (end >= 0) digits = digits[..end];
        long value = 0;
        foreach (byte digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'7') throw new InvalidDataException($"the {what} is no octal number");
            value = (value << 3) | (uint)(digit - '0');
        }
        // Twelve digits are 36 bits.
        return value;
    }

    /// <summary>Reads the decimal number <paramref name="text"/> of an extended header, rounded down.</summary>
    public static long ReadDecimal(string text, string what)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, Style, CultureInfo.InvariantCulture, out decimal value)
            && value is >= long.MinValue and <= long.MaxValue)
        {
            return (long)Math.Floor(value);
        }
        throw new InvalidDataException($"the {what} is no number");
    }

    private static long ReadBinary(ReadOnlySpan<byte> field, string what)
    {
        byte sign = field[0] == 0xff ? (byte)0xff : (byte)0;
        ReadOnlySpan<byte> value = field[1..];
        if (value.Length < 8)
        {
            long small = (sbyte)sign;
            foreach (byte part in value) small = (small << 8) | part;
            return small;
        }
        long number = BinaryPrimitives.ReadInt64BigEndian(value[^8..]);
        if (value[..^8].ContainsAnyExcept(sign) || number < 0 != (sign != 0))
            throw new InvalidDataException($"the {what} is too large");
        return number;
    }
}
