using System.Globalization;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Compare;

/// <summary>How much something may grow: so many bytes, or so many hundredths of what it was.</summary>
public readonly record struct GrowthLimit
{
    // Small files grow by half whenever somebody adds a line.
    private const long Negligible = 64 * 1024;

    private readonly long most;
    private readonly bool isPercent;

    private GrowthLimit(long most, bool isPercent)
    {
        this.most = most;
        this.isPercent = isPercent;
    }

    /// <summary>The limit that <paramref name="text"/> states, as <c>25%</c> or <c>16MiB</c>; null where it states none.</summary>
    public static GrowthLimit? Parse(string text)
    {
        if (!text.EndsWith('%')) return ByteSize.Parse(text) is { } bytes ? new GrowthLimit(bytes, isPercent: false) : null;
        return long.TryParse(text.AsSpan()[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long percent) && percent <= int.MaxValue
            ? new GrowthLimit(percent, isPercent: true)
            : null;
    }

    /// <summary>Whether what had <paramref name="old"/> bytes and has <paramref name="now"/> grew by more. Of a few kilobytes no percentage is counted.</summary>
    public bool IsExceeded(long old, long now)
    {
        long growth = now - old;
        return isPercent
            ? growth > Negligible && (Int128)growth * 100 > (Int128)old * most
            : growth > most;
    }

    /// <inheritdoc/>
    public override string ToString() => isPercent ? string.Create(CultureInfo.InvariantCulture, $"{most} %") : ByteSize.Show(most);
}
