using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>The objects that the link adds by itself; all belong to root:root and have the stamp's time.</summary>
internal static class NewInode
{
    public static Inode Directory(int permissions, long time) =>
        new() { Kind = FileKind.Directory, Permissions = permissions, Uid = 0, Gid = 0, Modified = time };

    public static Inode File(int permissions, long time, ByteSource content) =>
        new() { Kind = FileKind.Regular, Permissions = permissions, Uid = 0, Gid = 0, Modified = time, Content = content };

    // A symbolic link has no mode of its own; 0777 is what every system shows.
    public static Inode Link(string target, long time) =>
        new() { Kind = FileKind.SymbolicLink, Permissions = 0x1ff, Uid = 0, Gid = 0, Modified = time, Target = target };
}
