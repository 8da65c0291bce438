using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Tar;

/// <summary>Trees to write, and a way to compare what was read with them.</summary>
internal static class SmallTree
{
    public static TreeEntry Directory(string path, int permissions = 0x1ed, uint uid = 0, uint gid = 0, long time = 0) =>
        new(ImagePath.Parse(path), new Inode { Kind = FileKind.Directory, Permissions = permissions, Uid = uid, Gid = gid, Modified = time });

    public static TreeEntry File(string path, string content = "", int permissions = 0x1a4, uint uid = 0, uint gid = 0, long time = 0) =>
        new(ImagePath.Parse(path), new Inode
        {
            Kind = FileKind.Regular, Permissions = permissions, Uid = uid, Gid = gid, Modified = time,
            Content = new MemoryBytes(Encoding.UTF8.GetBytes(content)),
        });

    public static TreeEntry Link(string path, string target) =>
        new(ImagePath.Parse(path), new Inode { Kind = FileKind.SymbolicLink, Permissions = 0x1ff, Uid = 0, Gid = 0, Modified = 0, Target = target });

    public static TreeEntry Device(string path, FileKind kind, uint major, uint minor) =>
        new(ImagePath.Parse(path), new Inode { Kind = kind, Permissions = 0x1b6, Uid = 0, Gid = 3, Modified = 5, Device = new(major, minor) });

    public static FileTree Of(params TreeEntry[] entries) => new([Directory(""), .. entries]);

    /// <summary>One line for each name, with all that a tree holds; hard links show as the first name.</summary>
    public static string[] Describe(FileTree tree)
    {
        var first = new Dictionary<Inode, string>();
        return [.. tree.Entries.Select(entry =>
        {
            Inode inode = entry.Inode;
            first.TryAdd(inode, entry.Path.Text);
            return $"{entry.Path.Text}|{first[inode]}|{inode.Kind}|{inode.Permissions:x}|{inode.Uid}|{inode.Gid}|{inode.Modified}|{inode.Target}"
                + $"|{inode.Device}|{Convert.ToHexString(inode.Content.ToArray())}";
        })];
    }

    /// <summary>Trees with all kinds of objects that archives hold, odd names and attributes.</summary>
    public static Gen<FileTree> Any()
    {
        Gen<string> name = Gen.OneOf(
            Gen.Char["ab é#=*?[\\\"'\n\t"].Array[1, 6].Select(characters => new string(characters)),
            Gen.Int[90, 160].Select(length => new string('n', length)),
            Gen.Byte.Array[1, 4].Select(bytes => EscapedUtf8.Decode(bytes).Replace('/', '_').Replace('\0', '_')))
            .Where(text => text is not ("." or ".."));
        Gen<Inode> inode = Gen.Select(
            Gen.Int[0, (int)FileKind.Fifo].Select(kind => (FileKind)kind),
            Gen.Int[0, 0xfff],
            Gen.OneOf(Gen.UInt[0, 100], Gen.UInt),
            Gen.OneOf(Gen.UInt[0, 100], Gen.UInt),
            Gen.OneOf(Gen.Long[-10, 2_000_000_000], Gen.Long[0, 1L << 40]),
            Gen.Byte.Array[0, 1500],
            name,
            Gen.Select(Gen.UInt, Gen.UInt[0, 300]),
            (kind, permissions, uid, gid, time, content, target, device) => new Inode
            {
                Kind = kind, Permissions = permissions, Uid = uid, Gid = gid, Modified = time,
                Content = kind == FileKind.Regular ? new MemoryBytes(content) : MemoryBytes.Empty,
                Target = kind == FileKind.SymbolicLink ? target : "",
                Device = kind is FileKind.CharacterDevice or FileKind.BlockDevice ? new(device.Item1, device.Item2) : default,
            });
        return Gen.Select(inode, name, Gen.Int[0, 1000], Gen.Bool).Array[0, 12].Select(parts =>
        {
            var entries = new Dictionary<ImagePath, Inode> { [ImagePath.Root] = Directory("").Inode };
            foreach ((Inode made, string called, int place, bool linked) in parts)
            {
                ImagePath[] directories = [.. entries.Where(pair => pair.Value.Kind == FileKind.Directory).Select(pair => pair.Key)];
                Inode[] others = [.. entries.Values.Where(known => known.Kind != FileKind.Directory)];
                ImagePath path = directories[place % directories.Length].Append(called);
                if (EscapedUtf8.ByteCount(path.Text) > PathLimit.Bytes) continue;
                entries.TryAdd(path, linked && others.Length > 0 ? others[place % others.Length] : made);
            }
            return new FileTree(entries.Select(pair => new TreeEntry(pair.Key, pair.Value)));
        });
    }
}
