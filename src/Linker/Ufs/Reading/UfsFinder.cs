using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>Where an object lies in an image: its inode, and the byte ranges of the image that hold its content, in order of the content.</summary>
public sealed record UfsPlace(uint Inode, IReadOnlyList<(long Offset, long Length)> Runs);

/// <summary>Finds one object in an image without reading the rest of it.</summary>
public static class UfsFinder
{
    /// <summary>
    /// The place of the object at <paramref name="path"/>, symbolic links not followed; null where there is none. A broken image is an
    /// <see cref="InvalidDataException"/>, as for <see cref="UfsReader"/>.
    /// </summary>
    public static UfsPlace? Find(ByteSource image, ImagePath path)
    {
        var volume = Volume.Open(image);
        var directories = new DirectoryReader(volume);
        uint number = DiskInode.Root;
        DiskInode inode = volume.Inode(number);
        foreach (string name in path.IsRoot ? [] : path.Text.Split('/'))
        {
            if (ModeBits.KindOf(inode.Mode) is not FileKind.Directory) return null;
            uint next = directories.Read(number, inode).Find(entry => entry.Name.Equals(name, StringComparison.Ordinal)).Number;
            if (next == 0) return null;
            number = next;
            inode = volume.Inode(number);
        }
        return new UfsPlace(number, RunsOf(volume, number, inode));
    }

    private static List<(long Offset, long Length)> RunsOf(Volume volume, uint number, DiskInode inode)
    {
        var runs = new List<(long Offset, long Length)>();
        if (ModeBits.KindOf(inode.Mode) is FileKind.CharacterDevice or FileKind.BlockDevice) return runs;
        var map = new BlockMap(volume, number, inode.Addresses);
        int blockSize = volume.Geometry.BlockSize;
        for (long at = 0; at < (long)inode.Size; at += blockSize)
        {
            int count = (int)Math.Min(blockSize, (long)inode.Size - at);
            int start = map.AddressOf(at / blockSize, count);
            if (start == 0) continue;
            long offset = volume.Geometry.OffsetOf(start);
            if (runs.Count > 0 && runs[^1].Offset + runs[^1].Length == offset) runs[^1] = (runs[^1].Offset, runs[^1].Length + count);
            else runs.Add((offset, count));
        }
        return runs;
    }
}
