using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// Gives the objects of a directory their short names. Firmware and first stages of loaders may know no others: they find efi/boot/bootx64.efi as
/// EFI/BOOT/BOOTX64.EFI.
/// </summary>
internal static class ShortNames
{
    /// <summary>
    /// The short names of <paramref name="children"/>, in their order, no two alike. A name that only needs capitals gets those; others are cut and numbered,
    /// as in <c>LOADER~1.CON</c>.
    /// </summary>
    public static byte[][] Of(IReadOnlyList<TreeEntry> children)
    {
        // Nothing that is numbered may take the name that another one has by itself.
        byte[]?[] names = [.. children.Select(child => ShortName.Of(Capitals(child.Path.Name)))];
        HashSet<string> taken = [.. names.OfType<byte[]>().Select(Encoding.ASCII.GetString)];
        var counts = new Dictionary<(string, string), int>();
        for (int i = 0; i < names.Length; i++) names[i] ??= Numbered(children[i].Path.Name, taken, counts);
        return names!;
    }

    private static byte[] Numbered(string name, HashSet<string> taken, Dictionary<(string, string), int> counts)
    {
        // The dots at the front are no beginning of an extension.
        string trimmed = name.TrimStart('.');
        int dot = trimmed.LastIndexOf('.');
        string first = Fitting(dot < 0 ? trimmed : trimmed[..dot]);
        string second = Fitting(dot < 0 ? "" : trimmed[(dot + 1)..]);
        string extension = second[..Math.Min(second.Length, ShortName.ExtensionBytes)];
        string beginning = first[..Math.Min(first.Length, ShortName.NameBytes)];
        for (int count = counts.GetValueOrDefault((beginning, extension)) + 1; ; count++)
        {
            string tail = "~" + count.ToString(CultureInfo.InvariantCulture);
            byte[] numbered = ShortName.Join(first[..Math.Min(first.Length, ShortName.NameBytes - tail.Length)] + tail, extension);
            if (!taken.Add(Encoding.ASCII.GetString(numbered))) continue;
            counts[(beginning, extension)] = count;
            return numbered;
        }
    }

    // Blanks and dots are left out, and what has no place becomes an underscore.
    private static string Fitting(string text) =>
        string.Concat(Capitals(text).Where(unit => unit is not (' ' or '.')).Select(unit => ShortName.Holds(unit) ? unit : '_'));

    private static string Capitals(string text) => string.Concat(text.Select(unit => char.IsAsciiLetterLower(unit) ? (char)(unit - 'a' + 'A') : unit));
}
