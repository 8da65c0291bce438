using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Ufs;

/// <summary>The content of an inode, read when asked for; holes are zeros.</summary>
internal sealed class FileContent(Volume volume, uint number, int[] addresses, long length) : ByteSource
{
    public override long Length => length;

    public override void Read(long offset, Span<byte> destination)
    {
        CheckRange(offset, destination.Length);
        int bsize = volume.Geometry.BlockSize;
        var map = new BlockMap(volume, number, addresses);
        while (!destination.IsEmpty)
        {
            int within = (int)(offset % bsize);
            int count = Math.Min(destination.Length, bsize - within);
            int start = map.AddressOf(offset / bsize, within + count);

            // Blocks that follow each other in the image are one read.
            while (start != 0 && count < destination.Length)
            {
                long next = offset + count;
                int more = Math.Min(destination.Length - count, bsize);
                if (map.AddressOf(next / bsize, more) != start + (within + count) / volume.Geometry.FragmentSize) break;
                count += more;
            }
            if (start == 0) destination[..count].Clear();
            else volume.Read(start, within, destination[..count]);
            destination = destination[count..];
            offset += count;
        }
    }
}
