using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks every inode by itself, and that no two use the same fragment.</summary>
internal sealed class InodeCheck(ByteSource image, Census census, Problems problems)
{
    private const int LongestTarget = 1024;

    public void Run()
    {
        UfsGeometry geometry = census.Geometry;
        var table = new byte[geometry.InodesPerGroup * DiskInode.Bytes];
        for (int group = 0; group < geometry.Groups; group++)
        {
            uint first = (uint)(group * geometry.InodesPerGroup);
            image.Read(geometry.InodeOffset(first), table);
            for (int i = 0; i < geometry.InodesPerGroup; i++)
                Check(first + (uint)i, table.AsSpan(i * DiskInode.Bytes, DiskInode.Bytes));
        }
    }

    private void Check(uint number, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExcept((byte)0) < 0) return;
        var inode = DiskInode.Decode(bytes);
        long offset = census.Geometry.InodeOffset(number);
        if (inode.Mode == 0)
        {
            if (inode.Size != 0 || inode.Addresses.Any(address => address != 0))
                problems.Damage($"it is free and has a size or an address", number, offset: offset);
            else
                problems.ExpectZeros(bytes, offset, "a free inode", number);
            return;
        }
        if (number < DiskInode.Root)
        {
            problems.Damage($"it is reserved and in use", number, offset: offset);
            return;
        }
        FileKind? kind = ModeBits.KindOf(inode.Mode);
        census.Count(number, inode, kind);
        Fields(number, inode, bytes, offset);
        if (kind is null)
            problems.Damage($"its mode {Convert.ToString(inode.Mode, 8)} has no type of file", number, offset: offset);
        else if (inode.Size > (ulong)DiskInode.LargestFile)
            problems.Damage($"it has {inode.Size} bytes, more than a file can have", number, offset: offset);
        else if (kind is FileKind.Regular or FileKind.Directory or FileKind.SymbolicLink)
            Content(number, inode, kind.Value, offset);
        else
            Special(number, inode, kind.Value, offset);
    }

    private void Fields(uint number, DiskInode inode, ReadOnlySpan<byte> bytes, long offset)
    {
        problems.Expect("ic_flags", inode.Flags, 0, number, offset: offset);
        problems.Expect("ic_shadow", inode.Shadow, 0, number, offset: offset);
        problems.Expect("ic_oeftflag", inode.AttributeDirectory, 0, number, offset: offset);
        Owner("ic_uid", BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[116..]));
        Owner("ic_gid", BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt32LittleEndian(bytes[120..]));
        for (int time = 16; time < 40; time += 8)
        {
            int micro = BinaryPrimitives.ReadInt32LittleEndian(bytes[(time + 4)..]);
            if (micro is < 0 or > 999999) problems.Damage($"a time has {micro} microseconds", number, offset: offset + time + 4);
        }

        void Owner(string name, ushort low, uint full)
        {
            if (low != Math.Min(full, DiskInode.LargestShortId))
                problems.Damage($"{name} is {full}, and its 16-bit form is {low}", number, offset: offset);
        }
    }

    private void Special(uint number, DiskInode inode, FileKind kind, long offset)
    {
        bool isDevice = kind is FileKind.BlockDevice or FileKind.CharacterDevice;
        problems.Expect("ic_size of a special file", (long)inode.Size, 0, number, offset: offset);
        problems.Expect("ic_blocks", inode.Sectors, 0, number, offset: offset);
        for (int i = 0; i < DiskInode.Pointers; i++)
        {
            if (inode.Addresses[i] != 0 && !(isDevice && i == DiskInode.DevicePointer))
                problems.Damage($"a special file has the address {inode.Addresses[i]}", number, offset: offset);
        }
    }

    private void Content(uint number, DiskInode inode, FileKind kind, long offset)
    {
        long size = (long)inode.Size;
        if (kind == FileKind.Directory && (size == 0 || size % DirectorySlot.Chunk != 0))
            problems.Damage($"a directory has {size} bytes, which is no number of chunks", number, offset: offset);
        if (kind == FileKind.SymbolicLink && size is 0 or > LongestTarget)
            problems.Damage($"a symbolic link has {size} bytes", number, offset: offset);
        var content = new ContentCheck(image, census, problems, number, inode);
        content.Run();
        problems.Expect("ic_blocks", inode.Sectors, content.Fragments * census.Geometry.SectorsPerFragment, number, offset: offset);
        if (kind == FileKind.Directory) census.Directories.Add((number, content.Blocks));
        if (kind != FileKind.Regular && content.Holes)
            problems.Damage($"a {(kind == FileKind.Directory ? "directory" : "symbolic link")} has a hole", number, offset: offset);
        if (kind == FileKind.SymbolicLink) Target(number, content.Blocks);
    }

    private void Target(uint number, List<ContentBlock> blocks)
    {
        foreach (ContentBlock block in blocks)
        {
            var text = new byte[block.Bytes];
            long offset = census.Geometry.OffsetOf(block.Fragment);
            image.Read(offset, text);
            int at = text.AsSpan().IndexOf((byte)0);
            if (at >= 0) problems.Damage($"the target holds a NUL", number, offset: offset + at);
        }
    }
}
