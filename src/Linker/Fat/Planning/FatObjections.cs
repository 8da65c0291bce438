using System.Globalization;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Finds what a tree or the options ask for and the format has no place for.</summary>
internal static class FatObjections
{
    public static IReadOnlyList<ImageObjection> Of(FileTree tree, FatOptions options)
    {
        var found = new List<ImageObjection>();
        if (FatLabel.Of(options.Label) is null)
            found.Add(new(null, $"the label '{options.Label}' is not 1 to 11 letters, digits, blanks and signs that FAT allows"));
        if (!FatTime.Holds(options.Time)) found.Add(new(null, Say($"the time {options.Time} lies outside the years 1980 to 2107")));
        if (tree.Entries.Count > TreeLimits.MostNames) found.Add(new(null, Say($"there are {tree.Entries.Count} names, and {TreeLimits.MostNames} are the most")));
        foreach (TreeEntry entry in tree.Entries)
        {
            foreach (string message in Of(entry)) found.Add(new(entry.Path, message));
            if (entry.Inode.Kind != FileKind.Directory) continue;
            foreach ((TreeEntry same, string first) in NameObjections.Alike(tree.Children(entry.Path)))
                found.Add(new(same.Path, $"the name is the same as '{first}' on FAT, which does not tell small letters from capitals"));
            int entries = new PlannedDirectory(entry, tree.Children(entry.Path)).Entries;
            if (entries > FatFormat.MostDirectoryEntries)
                found.Add(new(entry.Path, Say($"the directory has {entries} entries with those of long names, and {FatFormat.MostDirectoryEntries} are the most")));
        }
        if (OfSize(tree, FatGeometry.Of(options.Sectors)) is { } size) found.Add(new(null, size));
        return found;
    }

    private static IEnumerable<string> Of(TreeEntry entry)
    {
        if (entry.Inode.Kind is not (FileKind.Regular or FileKind.Directory))
            yield return $"it is a {KindName.Of(entry.Inode.Kind)}, and FAT holds files and directories alone";
        if (entry.Inode.Size > FatFormat.MostFileBytes) yield return Say($"the file has {entry.Inode.Size} bytes, and {FatFormat.MostFileBytes} are the most");
        int path = EscapedUtf8.ByteCount(entry.Path.Text);
        if (path > PathLimit.Bytes) yield return Say($"the path has {path} bytes, and {PathLimit.Bytes} are the most");
        if (entry.Path.IsRoot) yield break;
        foreach (string message in NameObjections.Of(entry.Path.Name)) yield return message;
    }

    private static string? OfSize(FileTree tree, FatGeometry geometry)
    {
        if (geometry.Clusters < FatFormat.Fewest32) return Say($"an image of {geometry.Sectors} sectors is too small for FAT32, which begins with {FatGeometry.Fewest()} sectors");
        if (geometry.Sectors > uint.MaxValue || geometry.Clusters > FatFormat.Most32)
            return Say($"an image of {geometry.Sectors} sectors is too large for FAT32");
        Int128 needed = 0;
        foreach (TreeEntry entry in tree.Entries)
        {
            bool isDirectory = entry.Inode.Kind == FileKind.Directory;
            needed += geometry.ClustersFor(isDirectory ? new PlannedDirectory(entry, tree.Children(entry.Path)).Bytes : entry.Inode.Size);
        }
        Int128 missing = needed - geometry.Clusters;
        return missing > 0
            ? Say($"everything together needs {needed} clusters of {geometry.ClusterBytes} bytes, and the image has {geometry.Clusters}: {missing * geometry.ClusterBytes} bytes are missing")
            : null;
    }

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
