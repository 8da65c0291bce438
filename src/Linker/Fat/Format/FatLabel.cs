using System.Text;

namespace ManifestLinker.Linker.Fat.Format;

/// <summary>The label of a volume, which stands in the boot sector and in the top directory.</summary>
internal static class FatLabel
{
    /// <summary>The 11 bytes of <paramref name="label"/>, in capitals and filled with blanks; null where it cannot be one.</summary>
    public static byte[]? Of(string label)
    {
        string capitals = label.ToUpperInvariant();
        bool fits = label.Length is > 0 and <= ShortName.Bytes && label[0] != ' ' && capitals.All(unit => unit == ' ' || ShortName.Holds(unit));
        return fits ? Encoding.ASCII.GetBytes(capitals.PadRight(ShortName.Bytes)) : null;
    }
}
