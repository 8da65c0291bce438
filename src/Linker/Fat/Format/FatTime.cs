using System.Buffers.Binary;

namespace ManifestLinker.Linker.Fat.Format;

/// <summary>
/// Times in directory entries: a word for the time of the day in units of two seconds, and a word for the day from 1980 on. They have no zone; here they are
/// UTC.
/// </summary>
internal static class FatTime
{
    // 1980-01-01 and 2108-01-01.
    private const long First = 315532800, Behind = 4354819200;

    /// <summary>Whether an entry can hold the time, in seconds since 1970 UTC.</summary>
    public static bool Holds(long seconds) => seconds is >= First and < Behind;

    /// <summary>Writes the day of a time that an entry can hold.</summary>
    public static void WriteDay(Span<byte> place, long seconds)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)(((time.Year - 1980) << 9) | (time.Month << 5) | time.Day));
    }

    /// <summary>Writes the time of the day, down to an even second.</summary>
    public static void WriteTime(Span<byte> place, long seconds)
    {
        DateTimeOffset time = DateTimeOffset.FromUnixTimeSeconds(seconds);
        BinaryPrimitives.WriteUInt16LittleEndian(place, (ushort)((time.Hour << 11) | (time.Minute << 5) | (time.Second / 2)));
    }

    /// <summary>The time that two words say, in seconds since 1970 UTC; 0 where they are no time.</summary>
    public static long Read(ushort day, ushort time)
    {
        int year = 1980 + (day >> 9), month = (day >> 5) & 0xf, date = day & 0x1f;
        int hour = time >> 11, minute = (time >> 5) & 0x3f, second = (time & 0x1f) * 2;
        if (month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 59) return 0;
        return new DateTimeOffset(year, month, date, hour, minute, second, TimeSpan.Zero).ToUnixTimeSeconds();
    }
}
