using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// Reads the tree of a FAT file system of any kind, with long names. On any other bytes it throws an <see cref="InvalidDataException"/> that says in one line what is
/// wrong; a broken chain of a file is found when that file is read.
/// </summary>
public static class FatReader
{
    private const int OfDirectory = 0x1ed, OfFile = 0x1a4, OfReadOnlyFile = 0x124;

    /// <summary>Whether <paramref name="image"/> begins with a boot sector of FAT, as far as that can be told.</summary>
    public static bool IsFat(ByteSource image) => FatVolume.IsFat(image);

    /// <summary>
    /// The tree in <paramref name="image"/>; contents are ranges of it, read when they are asked for. Everything belongs to root and has the mode 0755 or 0644, 0444 where
    /// it is marked as read-only: FAT has no others. A name that has no long form is shown as it stands there, in capitals.
    /// </summary>
    public static FileTree Read(ByteSource image, CancellationToken cancel = default)
    {
        var volume = FatVolume.Open(image);
        var entries = new List<TreeEntry> { new(ImagePath.Root, NewInode.Directory(OfDirectory, 0)) };
        var limits = new TreeLimits();
        var directories = new HashSet<uint> { volume.Top };
        var waiting = new Stack<(ImagePath Path, uint First)>();
        waiting.Push((ImagePath.Root, volume.Top));
        while (waiting.TryPop(out (ImagePath Path, uint First) directory))
        {
            cancel.ThrowIfCancellationRequested();
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (NamedEntry found in EntryReader.Read(volume, directory.First, directories, $"the directory '{directory.Path}'"))
            {
                if (IsSpecial(found.Entry)) continue;
                ImagePath path = directory.Path.Append(NameOf(directory.Path, names, found));
                limits.Count(path);
                Inode inode = InodeOf(volume, path, found.Entry);
                entries.Add(new TreeEntry(path, inode));
                if (inode.Kind != FileKind.Directory) continue;
                if (!directories.Add(found.Entry.Cluster)) throw BrokenImage.Because($"'{path}' is another name of the directory in cluster {found.Entry.Cluster}");
                waiting.Push((path, found.Entry.Cluster));
            }
        }
        return new FileTree(entries);
    }

    /// <summary>Whether an entry is no object of a tree: the label, a directory itself, or the one above it.</summary>
    internal static bool IsSpecial(FatEntry entry) =>
        (entry.Attributes & (FatAttributes.Label | FatAttributes.Directory)) == FatAttributes.Label
        || entry.Name.Span.SequenceEqual(FatEntry.Itself.Span)
        || entry.Name.Span.SequenceEqual(FatEntry.Above.Span);

    private static string NameOf(ImagePath directory, HashSet<string> names, NamedEntry found)
    {
        if (found.Name.Length == 0 || found.Name is "." or ".." || found.Name.AsSpan().ContainsAny('/', '\0'))
            throw BrokenImage.Because($"a name in '{directory}' is empty, '.' or '..', or holds a NUL or a slash");
        return names.Add(found.Name) ? found.Name : throw BrokenImage.Because($"'{directory.Append(found.Name)}' stands twice in its directory");
    }

    private static Inode InodeOf(FatVolume volume, ImagePath path, FatEntry entry)
    {
        if ((entry.Attributes & FatAttributes.Directory) != FatAttributes.None)
        {
            return volume.Holds(entry.Cluster)
                ? NewInode.Directory(OfDirectory, entry.Modified)
                : throw BrokenImage.Because($"the directory '{path}' is said to lie in the cluster {entry.Cluster}, which is none");
        }
        int permissions = (entry.Attributes & FatAttributes.ReadOnly) != FatAttributes.None ? OfReadOnlyFile : OfFile;
        ByteSource content = entry.Size == 0 ? MemoryBytes.Empty : new ChainBytes(volume, entry.Cluster, entry.Size, $"'{path}'");
        return NewInode.File(permissions, entry.Modified, content);
    }
}
