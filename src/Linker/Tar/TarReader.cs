using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tar;

/// <summary>Reads tar archives: old, ustar, GNU and pax, and mixtures of them.</summary>
public static class TarReader
{
    /// <summary>Whether <paramref name="file"/> begins with a header of the ustar or the GNU format.</summary>
    public static bool IsTar(ByteSource file) =>
        file.Length >= TarFormat.Block
        && file.Slice(TarFormat.Magic.Start.Value, 5).ToArray().AsSpan().SequenceEqual(TarFormat.UstarMagic[..5]);

    /// <summary>
    /// The tree in <paramref name="tar"/>; contents are ranges of it, read when they are asked for. A leading slash and <c>./</c> say nothing;
    /// directories that are not members, the top one too, have mode 0755, owner 0 and time 0. Of several members with one path the last counts, as
    /// when the archive is unpacked.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The archive is damaged, ends without an end mark, or does not describe a tree: a path with <c>..</c>, a member below something that is
    /// no directory, a hard link to what is not there.
    /// </exception>
    public static FileTree Read(ByteSource tar, CancellationToken cancel = default)
    {
        var inodes = new Dictionary<ImagePath, Inode> { [ImagePath.Root] = Implied() };
        long characters = 0;
        foreach ((TarMember member, ByteSource content) in TarMembers.Of(tar))
        {
            cancel.ThrowIfCancellationRequested();
            // The label of a volume is no file.
            if (member.Type == 'V') continue;
            ImagePath path = PathOf(member.Name);
            Inode inode = member.Type == '1' ? Linked(inodes, member) : NewInode(member, content);
            AddParents(inodes, path);
            Place(inodes, path, inode);
            characters += path.Text.Length;
            if (inodes.Count > PathLimit.Names || characters > PathLimit.AllCharacters)
                throw new InvalidDataException($"the archive has more than {PathLimit.Names} names, or more than {PathLimit.AllCharacters} characters in them");
        }
        return new FileTree(inodes.Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static ImagePath PathOf(string name)
    {
        if (EscapedUtf8.ByteCount(name) > PathLimit.Bytes)
            throw new InvalidDataException($"the name '{name[..40]}...' has more than {PathLimit.Bytes} bytes");
        if (name.Contains('\0', StringComparison.Ordinal)) throw new InvalidDataException("a name has a NUL in it");
        return ImagePath.TryParse(name, out ImagePath path) ? path : throw new InvalidDataException($"the name '{name}' has a '..' component");
    }

    private static Inode Linked(Dictionary<ImagePath, Inode> inodes, TarMember member)
    {
        if (!inodes.TryGetValue(PathOf(member.Link), out Inode? target))
            throw new InvalidDataException($"'{member.Name}' is a hard link to '{member.Link}', which is no earlier member");
        return target.Kind != FileKind.Directory
            ? target
            : throw new InvalidDataException($"'{member.Name}' is a hard link to the directory '{member.Link}'");
    }

    private static void AddParents(Dictionary<ImagePath, Inode> inodes, ImagePath path)
    {
        while (!path.IsRoot)
        {
            ImagePath parent = path.Parent;
            if (inodes.TryGetValue(parent, out Inode? known))
            {
                if (known.Kind == FileKind.Directory) return;
                throw new InvalidDataException($"'{path}' lies below '{parent}', which is no directory");
            }
            inodes.Add(parent, Implied());
            path = parent;
        }
    }

    private static void Place(Dictionary<ImagePath, Inode> inodes, ImagePath path, Inode inode)
    {
        if (inodes.TryGetValue(path, out Inode? earlier) && (earlier.Kind == FileKind.Directory) != (inode.Kind == FileKind.Directory))
            throw new InvalidDataException($"'{path}' is a directory in one member and something else in another");
        inodes[path] = inode;
    }

    private static Inode NewInode(TarMember member, ByteSource content)
    {
        FileKind kind = KindOf(member);
        return new Inode
        {
            Kind = kind,
            Permissions = member.Permissions,
            Uid = member.Uid,
            Gid = member.Gid,
            Modified = member.Modified,
            Content = kind == FileKind.Regular ? content : MemoryBytes.Empty,
            Target = kind == FileKind.SymbolicLink ? member.Link : "",
            Device = member.Device,
        };
    }

    private static FileKind KindOf(TarMember member) => member.Type switch
    {
        // The oldest archives know a directory by its slash.
        '0' or '\0' when member.Name.EndsWith('/') => FileKind.Directory,
        '0' or '\0' or '7' or 'S' => FileKind.Regular,
        '2' => FileKind.SymbolicLink,
        '3' => FileKind.CharacterDevice,
        '4' => FileKind.BlockDevice,
        '5' or 'D' => FileKind.Directory,
        '6' => FileKind.Fifo,
        _ => throw new InvalidDataException($"'{member.Name}' is of the unknown type {(int)member.Type}"),
    };

    private static Inode Implied() => new() { Kind = FileKind.Directory, Permissions = 0x1ed, Uid = 0, Gid = 0, Modified = 0 };
}
