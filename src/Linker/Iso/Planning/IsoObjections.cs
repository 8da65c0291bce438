using System.Globalization;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Finds what a tree or the options ask for and the format has no place for.</summary>
internal static class IsoObjections
{
    private const int LongestTarget = 1023, LongestName = 255;

    // Blocks have 32 bits; half of what they reach leaves room for every table.
    private const double MostContent = uint.MaxValue / 2d * IsoFormat.Sector;

    // Directories have 16 bits in a path table.
    private const int MostDirectories = ushort.MaxValue;

    public static IReadOnlyList<ImageObjection> Of(FileTree tree, IsoOptions options)
    {
        var found = new List<ImageObjection>();
        if (options.Label.Length is 0 or > 32 || !options.Label.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            found.Add(new(null, $"the label '{options.Label}' is not 1 to 32 capital letters, digits and underscores"));
        if (!IsoTime.Holds(options.Time)) found.Add(new(null, Say($"the time {options.Time} lies outside the years 1900 to 2155")));
        if (tree.Entries.Count > TreeLimits.MostNames) found.Add(new(null, Say($"there are {tree.Entries.Count} names, and {TreeLimits.MostNames} are the most")));
        int directories = tree.Entries.Count(entry => entry.Inode.Kind == FileKind.Directory);
        if (directories > MostDirectories) found.Add(new(null, Say($"there are {directories} directories, and {MostDirectories} are the most")));
        if (tree.Entries.Sum(entry => (double)entry.Inode.Size) > MostContent) found.Add(new(null, "the files are too large for the image"));
        foreach (TreeEntry entry in tree.Entries)
        {
            foreach (string message in Of(entry, options)) found.Add(new(entry.Path, message));
        }
        foreach (IsoBoot boot in options.Boot)
        {
            if (WhyNot(tree, boot) is { } why) found.Add(new(boot.File, why));
        }
        return found;
    }

    private static IEnumerable<string> Of(TreeEntry entry, IsoOptions options)
    {
        Inode inode = entry.Inode;
        foreach (string objection in AttributeLimits.Objections(entry, LongestName, LongestTarget)) yield return objection;
        int path = EscapedUtf8.ByteCount(entry.Path.Text);
        if (path > PathLimit.Bytes) yield return Say($"the path has {path} bytes, and {PathLimit.Bytes} are the most");
        if (!IsoTime.Holds(options.Modified ?? inode.Modified)) yield return Say($"the time {options.Modified ?? inode.Modified} lies outside the years 1900 to 2155");

        // Readers take it for both numbers in one.
        if (inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice && inode.Device is { Major: 0, Minor: > 0xff })
            yield return Say($"the device number {inode.Device.Major},{inode.Device.Minor} cannot be written so that it reads the same");
    }

    private static string? WhyNot(FileTree tree, IsoBoot boot) => tree.Find(boot.File) switch
    {
        null => "it is to be started, and is not in the tree",
        { Kind: not FileKind.Regular } => "it is to be started, and is no file",
        { Size: 0 } => "it is to be started, and is empty",
        { Size: > IsoLayout.LargestSection } => "it is to be started, and does not fit into one extent",
        { Size: < BootInfoTable.End } when boot.HasInfoTable => "it is to have a boot info table, and is too short for that",
        _ => null,
    };

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
