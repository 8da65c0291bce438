using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Checks what directories hold, and counts who is named by whom.</summary>
internal sealed class DirectoryCheck(ByteSource image, Census census, Problems problems)
{
    private readonly List<(uint Directory, uint Parent)> upward = [];

    public void Run()
    {
        foreach ((uint number, List<ContentBlock> blocks) in census.Directories) Check(number, blocks);
        foreach ((uint directory, uint parent) in upward)
        {
            uint expected = directory == DiskInode.Root ? DiskInode.Root : census.Parents[directory];
            if (expected != 0 && parent != expected) problems.Damage($"'..' is inode {parent}, not {expected}", directory);
        }
    }

    private void Check(uint number, List<ContentBlock> blocks)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var bytes = new byte[census.Geometry.BlockSize];
        foreach (ContentBlock block in blocks)
        {
            long offset = census.Geometry.OffsetOf(block.Fragment);
            image.Read(offset, bytes.AsSpan(0, block.Bytes));
            for (int chunk = 0; chunk + DirectorySlot.Chunk <= block.Bytes; chunk += DirectorySlot.Chunk)
                CheckChunk(number, bytes.AsSpan(chunk, DirectorySlot.Chunk), offset + chunk, isFirst: block.Offset + chunk == 0, names);
        }
    }

    private void CheckChunk(uint number, ReadOnlySpan<byte> chunk, long offset, bool isFirst, HashSet<string> names)
    {
        int index = 0;
        for (int at = 0; at < chunk.Length; index++)
        {
            var slot = DirectorySlot.Decode(chunk[at..]);
            if (slot.Length % 4 != 0 || slot.Length < DirectorySlot.LeastLength(0) || slot.Length > chunk.Length - at)
            {
                problems.Damage($"a directory entry has a length of {slot.Length}", number, offset: offset + at);
                return;
            }
            CheckSlot(number, slot, chunk.Slice(at, slot.Length), offset + at, isFirst ? index : int.MaxValue, names);
            at += slot.Length;
        }
        if (isFirst && index == 1) problems.Damage($"its second entry should be '..'", number, offset: offset);
    }

    private void CheckSlot(uint number, DirectorySlot slot, ReadOnlySpan<byte> bytes, long offset, int index, HashSet<string> names)
    {
        ReadOnlySpan<byte> name = [];
        if (slot.Number == 0)
        {
            problems.ExpectZeros(bytes[6..], offset + 6, "an unused directory entry", number);
        }
        else if (slot.NameLength is 0 or > DirectorySlot.LongestName || DirectorySlot.LeastLength(slot.NameLength) > slot.Length)
        {
            problems.Damage($"a directory entry of {slot.Length} bytes has a name of {slot.NameLength}", number, offset: offset);
        }
        else
        {
            name = bytes.Slice(DirectorySlot.Head, slot.NameLength);
            if (name.ContainsAny((byte)0, (byte)'/')) problems.Damage($"a name holds a NUL or a slash", number, offset: offset);
            ReadOnlySpan<byte> behind = bytes[(DirectorySlot.Head + slot.NameLength)..];
            if (behind[0] != 0) problems.Damage($"a name is not ended by a NUL", number, offset: offset);
            else problems.ExpectZeros(behind, offset + DirectorySlot.Head + slot.NameLength, "what lies behind a name", number);
            CheckName(number, slot, name, offset, index, names);
        }
        if (index == 0 && !name.SequenceEqual("."u8)) problems.Damage($"its first entry should be '.'", number, offset: offset);
        if (index == 1 && !name.SequenceEqual(".."u8)) problems.Damage($"its second entry should be '..'", number, offset: offset);
    }

    private void CheckName(uint number, DirectorySlot slot, ReadOnlySpan<byte> name, long offset, int index, HashSet<string> names)
    {
        if (!names.Add(Encoding.Latin1.GetString(name))) problems.Damage($"a name stands twice", number, offset: offset);
        if (slot.Number >= census.Geometry.Inodes)
        {
            problems.Damage($"a directory entry names inode {slot.Number} of {census.Geometry.Inodes}", number, offset: offset);
            return;
        }
        if (!census.IsUsed[(int)slot.Number])
        {
            problems.Damage($"a directory entry names inode {slot.Number}, which is free", number, offset: offset);
            return;
        }
        census.Names[slot.Number]++;
        if (name.SequenceEqual("."u8))
        {
            if (index == 0 && slot.Number != number) problems.Damage($"'.' is inode {slot.Number}", number, offset: offset);
        }
        else if (name.SequenceEqual(".."u8))
        {
            if (index == 1) upward.Add((number, slot.Number));
        }
        else if (census.IsDirectory[(int)slot.Number])
        {
            if (slot.Number == DiskInode.Root || census.Parents[slot.Number] != 0)
                problems.Damage($"a directory entry is another name of the directory of inode {slot.Number}", number, offset: offset);
            else
                census.Parents[slot.Number] = number;
        }
    }
}
