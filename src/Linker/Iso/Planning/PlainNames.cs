using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Gives the objects of a directory names of the first level of interchange (ECMA-119, 10.1): eight letters and three, in capitals, with a version. They
/// are what the first stage of a boot loader reads, which knows no Rock Ridge: it finds boot/loader as /BOOT/LOADER.
/// </summary>
internal static class PlainNames
{
    private const int LongestName = 8, LongestExtension = 3;

    /// <summary>
    /// The names of <paramref name="children"/>, in the order in which they stand in the directory: by name, and then by extension. A name that only needs
    /// capitals gets those; others are cut, and counted where that is not enough.
    /// </summary>
    public static IReadOnlyList<(byte[] Name, TreeEntry Entry)> Of(IReadOnlyList<TreeEntry> children)
    {
        var taken = new Dictionary<Parts, TreeEntry>();
        var rest = new List<(TreeEntry Entry, Parts Wanted)>();
        foreach (TreeEntry child in children)
        {
            Parts wanted = Wanted(child, out bool isWhole);
            if (!isWhole || !taken.TryAdd(wanted, child)) rest.Add((child, wanted));
        }
        var counts = new Dictionary<Parts, int>();
        foreach ((TreeEntry child, Parts wanted) in rest)
        {
            for (Parts parts = wanted; !taken.TryAdd(parts, child);)
            {
                int count = counts.GetValueOrDefault(wanted);
                counts[wanted] = count + 1;
                string digits = count.ToString("D3", CultureInfo.InvariantCulture);
                parts = wanted with { Name = wanted.Name[..Math.Min(wanted.Name.Length, LongestName - digits.Length)] + digits };
            }
        }
        return
        [
            .. taken.OrderBy(pair => pair.Key.Name, StringComparer.Ordinal).ThenBy(pair => pair.Key.Extension, StringComparer.Ordinal)
                .Select(pair => (Encoding.ASCII.GetBytes(Text(pair.Key, pair.Value)), pair.Value)),
        ];
    }

    private static string Text(Parts parts, TreeEntry entry) =>
        entry.Inode.Kind == FileKind.Directory ? parts.Name : $"{parts.Name}.{parts.Extension};1";

    // A directory and a file may not have the same parts, though one is written with a dot and a version: some readers drop both.
    private static Parts Wanted(TreeEntry entry, out bool isWhole)
    {
        string name = entry.Path.Name;
        int dot = entry.Inode.Kind == FileKind.Directory ? -1 : name.LastIndexOf('.');
        string first = Capitals(dot < 0 ? name : name[..dot], LongestName, out bool firstIsWhole);
        string second = Capitals(dot < 0 ? "" : name[(dot + 1)..], LongestExtension, out bool secondIsWhole);
        isWhole = firstIsWhole && secondIsWhole && first.Length > 0;
        return new Parts(first.Length > 0 ? first : "_", second);
    }

    private static string Capitals(string text, int longest, out bool isWhole)
    {
        isWhole = text.Length <= longest;
        var capitals = new StringBuilder();
        foreach (char unit in text[..Math.Min(text.Length, longest)])
        {
            bool fits = char.IsAsciiLetterOrDigit(unit) || unit == '_';
            isWhole &= fits;
            capitals.Append(fits ? char.ToUpperInvariant(unit) : '_');
        }
        return capitals.ToString();
    }

    private readonly record struct Parts(string Name, string Extension);
}
