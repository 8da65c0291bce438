using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tar;

/// <summary>Writes trees as tar archives that depend on nothing but the tree and the options.</summary>
/// <remarks>
/// The archive is ustar, with GNU's extensions for members that do not fit into that. System.Formats.Tar is of no use here: its
/// names are text, so that those that are not UTF-8 are lost, and its ids end at 2^31.
/// </remarks>
public static class TarArchive
{
    private static readonly byte[] Zeros = new byte[TarFormat.Record];

    /// <summary>
    /// Writes <paramref name="tree"/> to <paramref name="output"/>: members in ordinal order of their paths, directories with a slash at
    /// the end, links with their literal text, and each further name of a file as a hard link to its first.
    /// </summary>
    /// <exception cref="ArgumentException">The tree holds a socket, which no archive can.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public static void Write(FileTree tree, Stream output, TarOptions options, CancellationToken cancel)
    {
        var firstNames = new Dictionary<Inode, string>();
        long written = 0;
        foreach (TreeEntry entry in tree.Entries)
        {
            cancel.ThrowIfCancellationRequested();
            ImagePath path = entry.Path.Below(options.Prefix);
            if (path.IsRoot) continue;
            bool isLink = !firstNames.TryAdd(entry.Inode, path.Text) && entry.Inode.Kind != FileKind.Directory;
            TarMember member = Attributes(path, entry.Inode, options);
            if (isLink) member = member with { Type = '1', Link = firstNames[entry.Inode], Size = 0, Device = default };
            else if (options.Sparse) member = SparseFile.Of(member, entry.Inode.Content, cancel);
            written += TarHeaderWriter.Write(member, output);
            if (member.Size == 0) continue;
            foreach (SparseRange range in member.Ranges ?? [new SparseRange(0, member.Size)])
                entry.Inode.Content.Slice(range.Offset, range.Length).ReadThrough(output.Write, cancel: cancel);
            written += member.Size + WriteZeros(output, TarFormat.Padded(member.Size) - member.Size);
        }
        // The end is two blocks of zeros, and zeros to the end of the record.
        written += WriteZeros(output, 2 * TarFormat.Block);
        WriteZeros(output, (TarFormat.Record - (written % TarFormat.Record)) % TarFormat.Record);
    }

    private static TarMember Attributes(ImagePath path, Inode inode, TarOptions options)
    {
        uint uid = options.OwnedByRoot ? 0 : inode.Uid;
        uint gid = options.OwnedByRoot ? 0 : inode.Gid;
        return new TarMember
        {
            Name = inode.Kind == FileKind.Directory ? path.Text + "/" : path.Text,
            Type = TypeOf(inode.Kind, path),
            Permissions = inode.Permissions,
            Uid = uid,
            Gid = gid,
            UserName = options.UserNames.GetValueOrDefault(uid, ""),
            GroupName = options.GroupNames.GetValueOrDefault(gid, ""),
            Modified = options.Modified ?? inode.Modified,
            Size = inode.Kind == FileKind.Regular ? inode.Content.Length : 0,
            Link = inode.Target,
            Device = inode.Device,
        };
    }

    private static char TypeOf(FileKind kind, ImagePath path) => kind switch
    {
        FileKind.Regular => '0',
        FileKind.SymbolicLink => '2',
        FileKind.CharacterDevice => '3',
        FileKind.BlockDevice => '4',
        FileKind.Directory => '5',
        FileKind.Fifo => '6',
        _ => throw new ArgumentException($"'{path}' is a socket, which no archive can hold", nameof(kind)),
    };

    private static long WriteZeros(Stream output, long count)
    {
        output.Write(Zeros, 0, (int)count);
        return count;
    }
}
