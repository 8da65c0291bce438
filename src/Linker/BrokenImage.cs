using System.Globalization;

namespace ManifestLinker.Linker;

/// <summary>What readers throw where the structure of an image is broken.</summary>
internal static class BrokenImage
{
    /// <summary>An exception that says <paramref name="what"/> is wrong: one line, whatever the names in it hold.</summary>
    public static InvalidDataException Because(FormattableString what) =>
        new(string.Concat(what.ToString(CultureInfo.InvariantCulture).Select(unit => char.IsControl(unit) ? '?' : unit)));
}
