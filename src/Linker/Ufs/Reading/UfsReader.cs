using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Reads the tree of an illumos UFS image (little-endian, version 1 with 16-bit name lengths), whoever made it. On any other bytes
/// it throws an <see cref="InvalidDataException"/> that says in one line what is wrong.
/// </summary>
public static class UfsReader
{
    private const int LongestTarget = 1024;

    /// <summary>Whether <paramref name="image"/> has the magic number where such a file system has it.</summary>
    public static bool IsUfs(ByteSource image)
    {
        if (image.Length < Superblock.Offset + Superblock.Reserved) return false;
        Span<byte> magic = stackalloc byte[sizeof(int)];
        image.Read(Superblock.Offset + (int)SuperblockField.Magic, magic);
        return BinaryPrimitives.ReadInt32LittleEndian(magic) == Superblock.Magic;
    }

    /// <summary>
    /// The tree in <paramref name="image"/>. Directories and links are read at once, the contents of files when they are
    /// read, and a broken address is found only then. Names of the same inode hold the same instance.
    /// </summary>
    public static FileTree Read(ByteSource image)
    {
        var volume = Volume.Open(image);
        var directories = new DirectoryReader(volume);
        var entries = new List<TreeEntry>();
        var seen = new Dictionary<uint, Inode>();
        var waiting = new Stack<(ImagePath Path, uint Number, DiskInode Disk)>();
        long characters = 0;

        if (volume.Geometry.Inodes <= DiskInode.Root) throw BrokenImage.Because($"there is no inode {DiskInode.Root}");
        Enter(ImagePath.Root, DiskInode.Root);
        if (waiting.Count == 0) throw BrokenImage.Because($"inode {DiskInode.Root}: the top directory is no directory");
        while (waiting.TryPop(out (ImagePath Path, uint Number, DiskInode Disk) directory))
        {
            foreach ((string name, uint number) in directories.Read(directory.Number, directory.Disk))
                Enter(directory.Path.Append(name), number);
        }
        return new FileTree(entries);

        void Enter(ImagePath path, uint number)
        {
            characters += path.Text.Length;
            if (characters > PathLimit.AllCharacters) throw BrokenImage.Because($"all paths together have more than {PathLimit.AllCharacters} characters");
            if (seen.TryGetValue(number, out Inode? known))
            {
                if (known.Kind == FileKind.Directory) throw BrokenImage.Because($"'{path}' is another name of the directory of inode {number}");
                entries.Add(new TreeEntry(path, known));
                return;
            }
            DiskInode disk = volume.Inode(number);
            Inode inode = InodeOf(volume, path, number, disk);
            seen.Add(number, inode);
            entries.Add(new TreeEntry(path, inode));
            if (inode.Kind == FileKind.Directory) waiting.Push((path, number, disk));
        }
    }

    private static Inode InodeOf(Volume volume, ImagePath path, uint number, DiskInode disk)
    {
        if (disk.Mode == 0) throw BrokenImage.Because($"'{path}' names inode {number}, which is free");
        if (ModeBits.KindOf(disk.Mode) is not FileKind kind) throw BrokenImage.Because($"'{path}' is inode {number}, whose mode {disk.Mode:x} has no type of file");
        if (disk.Size > (ulong)DiskInode.LargestFile) throw BrokenImage.Because($"'{path}' is inode {number}, which is said to have {disk.Size} bytes");
        var content = new FileContent(volume, number, disk.Addresses, (long)disk.Size);
        if (kind == FileKind.SymbolicLink && content.Length > LongestTarget)
            throw BrokenImage.Because($"'{path}' is inode {number}, a symbolic link of {content.Length} bytes");
        return new Inode
        {
            Kind = kind,
            Permissions = disk.Mode & ModeBits.Permissions,
            Uid = disk.Uid,
            Gid = disk.Gid,
            Modified = disk.Modified,
            Content = kind == FileKind.Regular ? content : MemoryBytes.Empty,
            Target = kind == FileKind.SymbolicLink ? EscapedUtf8.Decode(content.ToArray()) : "",
            Device = kind is FileKind.BlockDevice or FileKind.CharacterDevice
                ? DeviceCode.Decode(disk.Addresses[DiskInode.DevicePointer])
                : default,
        };
    }
}
