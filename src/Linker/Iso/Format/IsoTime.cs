using System.Globalization;
using System.Text;

namespace ManifestLinker.Linker.Iso.Format;

/// <summary>Times: seven bytes in directory records (ECMA-119, 9.1.5), seventeen in descriptors (8.4.26.1).</summary>
internal static class IsoTime
{
    public const int ShortBytes = 7, LongBytes = 17;

    // The offset from UTC is in quarters of an hour, from -48 to 52 of them.
    private const int Quarter = 15 * 60;

    /// <summary>The time in <paramref name="bytes"/>, of either length, in seconds since 1970 UTC; 0 where they are no time.</summary>
    public static long Read(ReadOnlySpan<byte> bytes)
    {
        Span<int> parts = stackalloc int[6];
        if (bytes.Length == ShortBytes)
        {
            for (int i = 0; i < parts.Length; i++) parts[i] = bytes[i];
            parts[0] += 1900;
        }
        else if (!ReadDigits(bytes, parts))
        {
            return 0;
        }
        if (parts[0] is < 1 or > 9999 || parts[1] is < 1 or > 12 || parts[2] < 1 || parts[2] > DateTime.DaysInMonth(parts[0], parts[1])) return 0;
        if (parts[3] > 23 || parts[4] > 59 || parts[5] > 59) return 0;
        var time = new DateTimeOffset(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], TimeSpan.Zero);
        int quarters = (sbyte)bytes[^1];
        return time.ToUnixTimeSeconds() - (quarters is >= -48 and <= 52 ? quarters * Quarter : 0);
    }

    // Four digits of a year and two of everything else; the hundredths of seconds are left.
    private static bool ReadDigits(ReadOnlySpan<byte> bytes, Span<int> parts)
    {
        for (int i = 0, at = 0; i < parts.Length; i++)
        {
            for (int end = at + (i == 0 ? 4 : 2); at < end; at++)
            {
                if (bytes[at] is < (byte)'0' or > (byte)'9') return false;
                parts[i] = (parts[i] * 10) + bytes[at] - '0';
            }
        }
        return true;
    }

    /// <summary>Whether seven bytes can hold the time: they count years from 1900.</summary>
    public static bool Holds(long seconds) => seconds is >= -2208988800 and < 5869584000;

    /// <summary>Writes a time that they hold, in UTC.</summary>
    public static void WriteShort(Span<byte> place, long seconds)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        place[0] = (byte)(time.Year - 1900);
        place[1] = (byte)time.Month;
        place[2] = (byte)time.Day;
        place[3] = (byte)time.Hour;
        place[4] = (byte)time.Minute;
        place[5] = (byte)time.Second;
        place[6] = 0;
    }

    /// <summary>Writes a time into seventeen bytes, in UTC; null says that there is none.</summary>
    public static void WriteLong(Span<byte> place, long? seconds)
    {
        place[..LongBytes].Fill((byte)'0');
        place[LongBytes - 1] = 0;
        if (seconds is not { } known) return;
        string digits = DateTimeOffset.FromUnixTimeSeconds(known).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        Encoding.ASCII.GetBytes(digits, place);
    }
}
