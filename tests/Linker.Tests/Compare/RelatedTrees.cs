using CsCheck;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Compare;

/// <summary>Two trees of which one could have become the other: names come and go, attributes, contents and hard links change.</summary>
internal static class RelatedTrees
{
    public static Gen<(FileTree Old, FileTree New)> Any() =>
        Gen.Select(SmallTree.Any(), SmallTree.Any(), Gen.Int[0, 1_000_000], (old, other, seed) => (old, Changed(old, other, new Random(seed))));

    private static FileTree Changed(FileTree old, FileTree other, Random random)
    {
        var entries = new Dictionary<ImagePath, Inode>();
        var copies = new Dictionary<Inode, Inode>();
        foreach (TreeEntry entry in old.Entries)
        {
            bool hasPlace = entry.Path.IsRoot || (entries.TryGetValue(entry.Path.Parent, out Inode? parent) && parent.Kind == FileKind.Directory);
            if (!hasPlace || (!entry.Path.IsRoot && random.Next(5) == 0)) continue;
            // Most names of one object stay such; some become files of their own.
            if (entry.Inode.Kind == FileKind.Directory || random.Next(4) == 0) entries[entry.Path] = Edited(entry.Inode, random);
            else entries[entry.Path] = copies.TryGetValue(entry.Inode, out Inode? copy) ? copy : copies[entry.Inode] = Edited(entry.Inode, random);
        }
        foreach (TreeEntry entry in other.Entries)
        {
            if (entry.Path.IsRoot || !entries.TryGetValue(entry.Path.Parent, out Inode? parent) || parent.Kind != FileKind.Directory) continue;
            Inode[] known = [.. entries.Values.Where(inode => inode.Kind != FileKind.Directory)];
            Inode added = entry.Inode.Kind != FileKind.Directory && known.Length > 0 && random.Next(3) == 0 ? known[random.Next(known.Length)] : entry.Inode;
            entries.TryAdd(entry.Path, added);
        }
        return new FileTree(entries.Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static Inode Edited(Inode inode, Random random)
    {
        bool Flips() => random.Next(6) == 0;
        return new Inode
        {
            Kind = inode.Kind,
            Permissions = Flips() ? random.Next(0x1000) : inode.Permissions,
            Uid = Flips() ? (uint)random.Next(5) : inode.Uid,
            Gid = Flips() ? (uint)random.Next(5) : inode.Gid,
            Modified = Flips() ? random.Next() : inode.Modified,
            Content = inode.Kind == FileKind.Regular && Flips() ? new Compiler.Bytes.MemoryBytes(new byte[random.Next(20)]) : inode.Content,
            Target = inode.Kind == FileKind.SymbolicLink && Flips() ? "/" + inode.Target : inode.Target,
            Device = inode.Kind is FileKind.BlockDevice or FileKind.CharacterDevice && Flips() ? new(1, 2) : inode.Device,
        };
    }
}
