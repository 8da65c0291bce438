using System.Globalization;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// The name and time of a platform: <c>YYYYMMDDTHHMMSSZ</c>, as <c>date -u +%Y%m%dT%H%M%SZ</c> gives it. It names the outputs,
/// and it is the one time that stands in them.
/// </summary>
public readonly record struct BuildStamp
{
    private const string Form = "yyyyMMdd'T'HHmmss'Z'";

    private BuildStamp(string text, long seconds)
    {
        Text = text;
        Seconds = seconds;
    }

    /// <summary>The stamp as it is written.</summary>
    public string Text { get; }

    /// <summary>The time for the outputs, in seconds since 1970 UTC.</summary>
    public long Seconds { get; }

    /// <summary>Reads a stamp; false where <paramref name="text"/> is none, or lies outside what UFS can store (1970 to 2038).</summary>
    public static bool TryParse(string text, out BuildStamp stamp)
    {
        stamp = default;
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (!DateTimeOffset.TryParseExact(text, Form, CultureInfo.InvariantCulture, Utc, out DateTimeOffset time)) return false;
        stamp = new BuildStamp(text, time.ToUnixTimeSeconds());
        return stamp.Seconds is >= 0 and <= int.MaxValue;
    }

    /// <summary>The stamp of the moment <paramref name="now"/>.</summary>
    public static BuildStamp At(DateTimeOffset now) =>
        new(now.ToUniversalTime().ToString(Form, CultureInfo.InvariantCulture), now.ToUnixTimeSeconds());

    /// <summary>The same name with another time: what SOURCE_DATE_EPOCH asks for.</summary>
    public BuildStamp WithTime(long seconds) => new(Text, seconds);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
