using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Import;

/// <summary>A tree as the entries of a manifest.</summary>
public static class TreeManifest
{
    /// <summary>
    /// The entries of <paramref name="tree"/>, whose top is at <paramref name="top"/> in the image and is no entry where that is the
    /// root. Of the names of one file the first in ordinal order that a line can say is the file, and the others are hard links to it. What a manifest knows
    /// nothing of is added to <paramref name="findings"/>.
    /// </summary>
    public static IReadOnlyList<ImportedEntry> Of(FileTree tree, ImagePath top, OwnerNames owners, ICollection<Finding> findings)
    {
        var entries = new List<ImportedEntry>(tree.Entries.Count);
        var files = new Dictionary<Inode, ImagePath>();
        foreach (TreeEntry entry in tree.Entries)
        {
            ImagePath path = entry.Path.Below(top);
            if (path.IsRoot) continue;
            Inode inode = entry.Inode;
            switch (inode.Kind)
            {
                // Every name of a symbolic link that has several is a link of its own: no program can tell the difference.
                case FileKind.SymbolicLink:
                    entries.Add(new ImportedLink(path, IsHard: false, inode.Target, null));
                    break;
                case FileKind.Regular when files.TryGetValue(inode, out ImagePath first):
                    entries.Add(new ImportedLink(path, IsHard: true, first.Text, null));
                    break;
                case FileKind.Regular or FileKind.Directory:
                    var node = new ImportedNode(
                        path,
                        inode.Kind == FileKind.Directory,
                        new Mode(inode.Permissions),
                        owners.Owner(null, inode.Uid, path),
                        owners.Group(null, inode.Gid, path),
                        null);
                    entries.Add(node);
                    if (inode.Kind == FileKind.Regular && ReadBack.WhyNot(node) is null) files.Add(inode, path);
                    break;
                default:
                    findings.Add(Special(path, inode.Kind, null));
                    break;
            }
        }
        return entries;
    }

    /// <summary>The object at <paramref name="path"/> is a <paramref name="kind"/>, which no manifest delivers.</summary>
    internal static Finding Special(ImagePath path, FileKind kind, Location? at)
    {
        string what = kind switch
        {
            FileKind.Fifo => "named pipe",
            FileKind.Socket => "socket",
            FileKind.BlockDevice => "block device",
            _ => "character device",
        };
        return ImportUnsupported.LeftOut(path.Text, what, $"is a {what}; a manifest delivers only files, directories and links", at);
    }
}
