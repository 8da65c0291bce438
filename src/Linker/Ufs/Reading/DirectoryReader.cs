using System.Collections;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Reads directories. No fragment may serve two of them: with that, reading them all takes no longer than the image is
/// large, whatever their sizes claim.
/// </summary>
internal sealed class DirectoryReader(Volume volume)
{
    private readonly BitArray taken = new(volume.Geometry.Fragments);

    /// <summary>The entries of the directory <paramref name="number"/>, without itself and its parent.</summary>
    public List<(string Name, uint Number)> Read(uint number, DiskInode inode)
    {
        UfsGeometry geometry = volume.Geometry;
        var entries = new List<(string, uint)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (inode.Size == 0 || inode.Size % DirectorySlot.Chunk != 0)
            throw BrokenImage.Because($"inode {number}: a directory has {inode.Size} bytes, which is no number of chunks");
        var map = new BlockMap(volume, number, inode.Addresses);
        var bytes = new byte[geometry.BlockSize];
        for (long at = 0; at < (long)inode.Size; at += geometry.BlockSize)
        {
            int count = (int)Math.Min(geometry.BlockSize, (long)inode.Size - at);
            int start = map.AddressOf(at / geometry.BlockSize, count);
            if (start == 0) throw BrokenImage.Because($"inode {number}: a directory has a hole at byte {at}");
            Take(number, start, Rounding.Ceiling(count, geometry.FragmentSize));
            volume.Read(start, 0, bytes.AsSpan(0, count));
            for (int chunk = 0; chunk < count; chunk += DirectorySlot.Chunk)
                ReadChunk(number, at + chunk, bytes.AsSpan(chunk, DirectorySlot.Chunk), entries, names);
        }
        return entries;
    }

    private void ReadChunk(uint number, long offset, ReadOnlySpan<byte> chunk, List<(string, uint)> entries, HashSet<string> names)
    {
        for (int at = 0; at < chunk.Length;)
        {
            var slot = DirectorySlot.Decode(chunk[at..]);
            if (slot.Length % 4 != 0 || slot.Length < DirectorySlot.LeastLength(0) || slot.Length > chunk.Length - at)
                throw BrokenImage.Because($"inode {number}: the directory entry at byte {offset + at} has a length of {slot.Length}");
            if (slot.Number != 0) Add(slot, chunk[at..], offset + at);
            at += slot.Length;
        }

        void Add(DirectorySlot slot, ReadOnlySpan<byte> bytes, long place)
        {
            if (slot.NameLength is 0 or > DirectorySlot.LongestName || DirectorySlot.LeastLength(slot.NameLength) > slot.Length)
                throw BrokenImage.Because($"inode {number}: the directory entry at byte {place} has a name of {slot.NameLength} bytes");
            ReadOnlySpan<byte> name = bytes.Slice(DirectorySlot.Head, slot.NameLength);
            if (name.ContainsAny((byte)0, (byte)'/'))
                throw BrokenImage.Because($"inode {number}: the name in the directory entry at byte {place} holds a NUL or a slash");
            string text = EscapedUtf8.Decode(name);
            if (text is "." or "..") return;
            if (slot.Number >= volume.Geometry.Inodes)
                throw BrokenImage.Because($"inode {number}: '{text}' is inode {slot.Number} of {volume.Geometry.Inodes}");
            if (!names.Add(text)) throw BrokenImage.Because($"inode {number}: '{text}' stands twice in the directory");
            entries.Add((text, slot.Number));
        }
    }

    private void Take(uint number, int start, int fragments)
    {
        for (int fragment = start; fragment < start + fragments; fragment++)
        {
            if (taken[fragment]) throw BrokenImage.Because($"inode {number}: fragment {fragment} belongs to another directory, or twice to this");
            taken[fragment] = true;
        }
    }
}
