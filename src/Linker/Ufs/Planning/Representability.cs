using System.Globalization;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Finds what a tree has and the format has no place for.</summary>
internal static class Representability
{
    private const int LongestTarget = 1023;

    public static IReadOnlyList<ImageObjection> Objections(FileTree tree, UfsOptions options)
    {
        var found = new List<ImageObjection>();
        if (!IsTime(options.Time)) found.Add(new(null, Say($"the time {options.Time} does not fit 32 bits")));
        foreach (TreeEntry entry in tree.Entries)
        {
            foreach (string message in Objections(tree, entry)) found.Add(new(entry.Path, message));
        }
        return found;
    }

    private static IEnumerable<string> Objections(FileTree tree, TreeEntry entry)
    {
        Inode inode = entry.Inode;
        foreach (string objection in AttributeLimits.Objections(entry, DirectorySlot.LongestName, LongestTarget)) yield return objection;
        if (!IsTime(inode.Modified)) yield return Say($"the time {inode.Modified} does not fit 32 bits");
        int links = tree.Links(entry);
        if (links > DiskInode.MostLinks) yield return Say($"it has {links} links, and {DiskInode.MostLinks} are the most");
        switch (inode.Kind)
        {
            case FileKind.Regular when inode.Size > DiskInode.LargestFile:
                yield return Say($"the file has {inode.Size} bytes, and {DiskInode.LargestFile} are the most");
                break;
            case FileKind.BlockDevice or FileKind.CharacterDevice when DeviceCode.Encode(inode.Device) is null:
                yield return Say($"the device number {inode.Device.Major},{inode.Device.Minor} cannot be written so that it reads the same");
                break;
        }
    }

    private static bool IsTime(long seconds) => seconds is >= int.MinValue and <= int.MaxValue;

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
