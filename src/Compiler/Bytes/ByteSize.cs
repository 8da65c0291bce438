using System.Globalization;

namespace ManifestLinker.Compiler.Bytes;

/// <summary>Numbers of bytes as people write them: <c>4096</c>, <c>64KiB</c>, <c>16MiB</c>, <c>8GiB</c>.</summary>
public static class ByteSize
{
    private static readonly (string Unit, int Shift)[] Units = [("GiB", 30), ("MiB", 20), ("KiB", 10)];

    /// <summary>The bytes that <paramref name="text"/> means; null where it is no size, or one of more than 2^62 bytes.</summary>
    public static long? Parse(string text)
    {
        (string unit, int shift) = Units.FirstOrDefault(known => text.EndsWith(known.Unit, StringComparison.Ordinal));
        ReadOnlySpan<char> digits = text.AsSpan(0, text.Length - (unit?.Length ?? 0));
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number <= (1L << 62) >> shift
            ? number << shift
            : null;
    }

    /// <summary><paramref name="bytes"/>, which may be negative, in the largest unit that leaves a whole number before the point, as <c>1.5 MiB</c>.</summary>
    public static string Show(long bytes)
    {
        foreach ((string unit, int shift) in Units)
        {
            if (Math.Abs((double)bytes) >= 1L << shift)
                return (bytes / (double)(1L << shift)).ToString("0.0", CultureInfo.InvariantCulture) + " " + unit;
        }
        return bytes.ToString(CultureInfo.InvariantCulture) + " bytes";
    }

    /// <summary>As <see cref="Show"/>, with a plus sign before what is more than nothing.</summary>
    public static string ShowGrowth(long bytes) => bytes > 0 ? "+" + Show(bytes) : Show(bytes);
}
