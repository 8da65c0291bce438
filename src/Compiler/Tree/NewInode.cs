using ManifestLinker.Compiler.Tree;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Tree;

/// <summary>The objects that the link adds by itself; all belong to root:root and have the stamp's time.</summary>
public static class NewInode
{
    /// <summary>A directory with these permissions.</summary>
    public static Inode Directory(int permissions, long time) =>
        new() { Kind = FileKind.Directory, Permissions = permissions, Uid = 0, Gid = 0, Modified = time };

    /// <summary>A regular file with these permissions.</summary>
    public static Inode File(int permissions, long time, ByteSource content) =>
        new() { Kind = FileKind.Regular, Permissions = permissions, Uid = 0, Gid = 0, Modified = time, Content = content };

    /// <summary>A symbolic link. It has no mode of its own; 0777 is what every system shows.</summary>
    public static Inode Link(string target, long time) =>
        new() { Kind = FileKind.SymbolicLink, Permissions = 0x1ff, Uid = 0, Gid = 0, Modified = time, Target = target };
}
