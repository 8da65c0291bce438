using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Ufs;

/// <summary>An object that takes an inode, with everything known before it has a place.</summary>
/// <param name="Number">Its inode.</param>
/// <param name="Path">Its first name.</param>
/// <param name="Inode">What the tree says of it.</param>
/// <param name="Links">Its link count.</param>
/// <param name="Content">What its blocks hold: a file's bytes, a directory's entries, a link's text.</param>
internal sealed record UfsObject(uint Number, ImagePath Path, Inode Inode, int Links, ByteSource Content)
{
    /// <summary>All objects of <paramref name="tree"/> by number.</summary>
    public static UfsObject[] Of(FileTree tree, Dictionary<ImagePath, uint> numbers, int blockSize)
    {
        var objects = new UfsObject?[numbers.Values.DefaultIfEmpty().Max() + 1];
        foreach (TreeEntry entry in tree.Entries)
        {
            uint number = numbers[entry.Path];
            objects[number] ??= new UfsObject(
                number, entry.Path, entry.Inode, tree.Links(entry), ContentOf(tree, entry, numbers, blockSize));
        }
        return [.. objects.OfType<UfsObject>()];
    }

    private static ByteSource ContentOf(FileTree tree, TreeEntry entry, Dictionary<ImagePath, uint> numbers, int blockSize) =>
        entry.Inode.Kind switch
        {
            FileKind.Regular => entry.Inode.Content,
            FileKind.SymbolicLink => new MemoryBytes(EscapedUtf8.Encode(entry.Inode.Target)),
            FileKind.Directory => new MemoryBytes(DirectoryContent.Of(
                numbers[entry.Path],
                numbers[entry.Path.Parent],
                tree.Children(entry.Path).Select(child => (child.Path.Name, numbers[child.Path])),
                // mkfs gives it a whole block, so that a check that must rescue files need not extend it.
                entry.Path == InodeNumbers.LostAndFound ? blockSize : 0)),
            _ => MemoryBytes.Empty,
        };
}
