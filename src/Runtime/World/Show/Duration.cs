using System.Globalization;

namespace ManifestLinker.Runtime.World.Show;

/// <summary>How long something took, for people.</summary>
internal static class Duration
{
    /// <summary><c>0.52 s</c>, <c>12 min 03 s</c> or <c>3 h 05 min</c>.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };

    /// <summary>The same without parts of seconds, for what still goes on.</summary>
    public static string SoFar(TimeSpan time) =>
        time.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalSeconds} s") : Of(time);
}
