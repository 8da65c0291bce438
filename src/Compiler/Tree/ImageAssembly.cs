using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Tree;

/// <summary>
/// Turns resolved entries into the tree of the image, both file systems in one, as they are mounted. What cannot be delivered
/// (a missing file, a link to nothing, anything below something that is no directory) is left out: a finding has said so.
/// </summary>
public static class ImageAssembly
{
    /// <summary>The tree of <paramref name="entries"/>, with <paramref name="time"/> as every object's time.</summary>
    public static FileTree Assemble(IReadOnlyList<ResolvedEntry> entries, IHost host, long time)
    {
        var inodes = new Dictionary<ImagePath, Inode>
        {
            [ImagePath.Root] = NewInode.Directory(0x1ed, time),
        };
        var links = new Dictionary<ImagePath, HardLinkEntry>();
        foreach (ResolvedEntry resolved in entries)
        {
            if (resolved.Entry is HardLinkEntry link) links[link.Path] = link;
            else if (InodeOf(resolved, host, time) is { } inode) inodes[resolved.Entry.Path] = inode;
        }
        AddHardLinks(links, inodes);

        // From here on every path has its object; what is missing is only directories that no line declares.
        foreach (ImagePath path in inodes.Keys.ToArray()) AddParents(path, inodes, time);
        return new FileTree(inodes
            .Where(pair => LiesInDirectories(pair.Key, inodes))
            .Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static Inode? InodeOf(ResolvedEntry resolved, IHost host, long time) => resolved.Entry switch
    {
        DirectoryEntry directory => new Inode
        {
            Kind = FileKind.Directory,
            Permissions = directory.Mode.Bits,
            Uid = resolved.Uid,
            Gid = resolved.Gid,
            Modified = time,
        },
        FileEntry file when resolved.Source is not null || resolved.IsWrittenByLink => new Inode
        {
            Kind = FileKind.Regular,
            Permissions = file.Mode.Bits,
            Uid = resolved.Uid,
            Gid = resolved.Gid,
            Modified = time,
            Content = resolved.Source?.Content(host) ?? MemoryBytes.Empty,
        },
        SymlinkEntry link => NewInode.Link(link.Target, time),
        _ => null,
    };

    // Hard links may lead to hard links, in any order; each is followed once. One that leads back to itself has no object.
    private static void AddHardLinks(Dictionary<ImagePath, HardLinkEntry> links, Dictionary<ImagePath, Inode> inodes)
    {
        var withoutObject = new HashSet<ImagePath>();
        foreach (ImagePath start in links.Keys)
        {
            var chain = new HashSet<ImagePath>();
            ImagePath at = start;
            while (!inodes.ContainsKey(at) && !withoutObject.Contains(at) && links.TryGetValue(at, out HardLinkEntry? link) && chain.Add(at))
                at = link.Existing;
            bool found = inodes.TryGetValue(at, out Inode? existing) && existing.Kind != FileKind.Directory;
            foreach (ImagePath passed in chain)
            {
                if (found) inodes[passed] = existing!;
                else withoutObject.Add(passed);
            }
        }
    }

    private static void AddParents(ImagePath path, Dictionary<ImagePath, Inode> inodes, long time)
    {
        for (ImagePath parent = path.Parent; !inodes.ContainsKey(parent); parent = parent.Parent)
            inodes[parent] = NewInode.Directory(0x1ed, time);
    }

    private static bool LiesInDirectories(ImagePath path, Dictionary<ImagePath, Inode> inodes)
    {
        for (ImagePath parent = path.Parent; !parent.IsRoot; parent = parent.Parent)
        {
            if (inodes[parent].Kind != FileKind.Directory) return false;
        }
        return true;
    }
}
