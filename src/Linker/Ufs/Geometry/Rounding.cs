namespace ManifestLinker.Linker.Ufs;

/// <summary>The two roundings that all of the format's arithmetic is made of.</summary>
internal static class Rounding
{
    /// <summary><paramref name="value"/> rounded up to a multiple of <paramref name="unit"/>.</summary>
    public static int Up(int value, int unit) => checked((value + unit - 1) / unit * unit);

    /// <summary>How many of <paramref name="unit"/> hold <paramref name="value"/>.</summary>
    public static int Ceiling(int value, int unit) => checked((value + unit - 1) / unit);

    /// <inheritdoc cref="Ceiling(int, int)"/>
    public static long Ceiling(long value, long unit) => value / unit + (value % unit == 0 ? 0 : 1);
}
