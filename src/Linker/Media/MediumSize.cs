using System.Globalization;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// How large a disk image becomes, in the words that are printed on sticks: <c>4gb</c> is four times 10^9 bytes. A size as mlc has it elsewhere,
/// such as <c>4096MiB</c>, or a number of bytes, will do as well.
/// </summary>
public static class MediumSize
{
    /// <summary>
    /// The size where nobody gives another, in bytes: what every stick holds that is sold as one of two gigabytes. One of 2,000,000,000 does not
    /// always (OS-8170).
    /// </summary>
    public const long Default = 1_940_000_256;

    /// <summary>The word for <see cref="Default"/>.</summary>
    public const string DefaultWord = "2gb";

    /// <summary>Images are whole sectors of so many bytes.</summary>
    public const int Sector = 512;

    private static readonly (string Unit, long Bytes)[] Units = [("gb", 1_000_000_000), ("mb", 1_000_000)];

    /// <summary>The bytes that <paramref name="text"/> means; null where it is no size, or not one of whole sectors.</summary>
    public static long? Parse(string text) => BytesOf(text) is { } bytes && bytes % Sector == 0 ? bytes : null;

    private static long? BytesOf(string text)
    {
        if (text.Equals(DefaultWord, StringComparison.OrdinalIgnoreCase)) return Default;
        foreach ((string unit, long bytes) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            // Nine digits of gigabytes are within what a number holds.
            ReadOnlySpan<char> digits = text.AsSpan(0, text.Length - unit.Length);
            return digits.Length < 10 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number * bytes : null;
        }
        return ByteSize.Parse(text);
    }
}
