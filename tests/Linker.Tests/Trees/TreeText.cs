using System.IO.Hashing;
using System.Text;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Trees;

/// <summary>
/// A tree as text with a line for each name, so that two trees are equal when their texts are. Contents appear as their
/// length and hash, names of the same object as a reference to the first.
/// </summary>
public static class TreeText
{
    /// <summary>The text of <paramref name="tree"/>.</summary>
    public static string Of(FileTree tree)
    {
        var text = new StringBuilder();
        var first = new Dictionary<Inode, string>(ReferenceEqualityComparer.Instance);
        foreach (TreeEntry entry in tree.Entries)
        {
            Inode inode = entry.Inode;
            text.Append('/').Append(entry.Path.Text);
            if (inode.Kind != FileKind.Directory && !first.TryAdd(inode, entry.Path.Text))
            {
                text.Append(" = /").Append(first[inode]).Append('\n');
                continue;
            }
            text.Append(' ').Append(inode.Kind).Append(' ').Append(Convert.ToString(inode.Permissions, 8));
            text.Append($" {inode.Uid}:{inode.Gid} links {tree.Links(entry)} mtime {inode.Modified} size {inode.Size}");
            if (inode.Kind == FileKind.Regular) text.Append($" {Hash(inode):x16}");
            text.Append($" {inode.Device.Major},{inode.Device.Minor}");
            if (inode.Target.Length > 0) text.Append(" -> ").Append(inode.Target);
            text.Append('\n');
        }
        return text.ToString();
    }

    private static ulong Hash(Inode inode)
    {
        var hash = new XxHash3();
        inode.Content.ReadThrough(bytes => hash.Append(bytes));
        return hash.GetCurrentHashAsUInt64();
    }
}
