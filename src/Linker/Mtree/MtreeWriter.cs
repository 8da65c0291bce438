using System.Globalization;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>
/// Writes a tree as text that bsdtar and the mtree of the BSDs read (mtree(5)): one line an entry, in full-path form, in ordinal order of the
/// paths.
/// </summary>
public static class MtreeWriter
{
    /// <summary>
    /// Writes <paramref name="tree"/> to <paramref name="output"/>, with a line feed after each line. A file without an entry in
    /// <paramref name="digests"/> gets no digests.
    /// </summary>
    public static void Write(FileTree tree, IReadOnlyDictionary<Inode, FileDigests> digests, TextWriter output)
    {
        output.Write("#mtree\n");
        foreach (TreeEntry entry in tree.Entries)
        {
            Inode inode = entry.Inode;
            string name = entry.Path.IsRoot ? "." : "./" + VisText.Encode(entry.Path.Text);
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{name} type={MtreeType.WordFor(inode.Kind)} mode={Octal(inode.Permissions)} uid={inode.Uid} gid={inode.Gid}"));
            if (inode.Kind == FileKind.Regular) output.Write(string.Create(CultureInfo.InvariantCulture, $" size={inode.Size}"));
            output.Write(string.Create(CultureInfo.InvariantCulture, $" time={inode.Modified}.0 nlink={tree.Links(entry)}"));
            if (inode.Kind == FileKind.SymbolicLink) output.Write(" link=" + VisText.Encode(inode.Target));
            if (inode.Kind is FileKind.CharacterDevice or FileKind.BlockDevice)
                output.Write(string.Create(CultureInfo.InvariantCulture, $" device=native,{inode.Device.Major},{inode.Device.Minor}"));
            if (digests.TryGetValue(inode, out FileDigests hashes)) output.Write($" md5digest={hashes.Md5} sha256digest={hashes.Sha256}");
            output.Write('\n');
        }
    }

    private static string Octal(int permissions) => "0" + Convert.ToString(permissions, 8).PadLeft(3, '0');
}
