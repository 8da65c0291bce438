using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Tests.Ufs;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Verify;

/// <summary>An image with one bit of an inode changed is found out, by its structure or by its listing, unless the bit says nothing about the object.</summary>
public class FlippedBitTests
{
    private const int InodeLength = 128;

    // Of struct icommon (sys/fs/ufs_inode.h): the times of the last access and change with their microseconds, the microseconds of the last modification, and the
    // generation number, which is for file handles of NFS.
    // Nor does the bit between the seven of the major number and the eight of the minor one, in the short form of devices (ufs_inode.c: ufs_iget_internal).
    private const int UnreadOfDevice = (8 * 45) + 7;

    private static readonly (int Start, int End)[] SaysNothing = [(16, 24), (28, 40), (108, 112)];

    [Theory]
    [InlineData("f etc/motd 0644 54321 43210 size=9000")]
    [InlineData("f etc/motd 0644 54321 43210")]
    [InlineData("d etc/motd 0755 54321 43210")]
    [InlineData("c etc/motd 0666 54321 43210 13,2")]
    public void Every_bit_of_an_inode_counts(string line)
    {
        FileTree tree = TreeListing.Parse(line + "\nd lost+found 0700 0 0\nf other 0444 0 0 text=x");
        byte[] image = Planning.Plan(tree, new UfsSize.Auto()).Image.ToArray();
        IReadOnlyList<MtreeEntry> spec = Listed.Spec(UfsReader.Read(new MemoryBytes(image)));
        int inode = image.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x31, 0xd4, 0xca, 0xa8]) - 4;
        var unseen = new List<int>();
        for (int bit = 0; bit < 8 * InodeLength; bit++)
        {
            image[inode + (bit / 8)] ^= (byte)(1 << (bit % 8));
            if (!IsFound(new MemoryBytes(image), spec) && bit != UnreadOfDevice) unseen.Add(bit / 8);
            image[inode + (bit / 8)] ^= (byte)(1 << (bit % 8));
        }
        unseen.Distinct().Where(at => !SaysNothing.Any(range => at >= range.Start && at < range.End)).Should().BeEmpty();
    }

    private static bool IsFound(ByteSource image, IReadOnlyList<MtreeEntry> spec)
    {
        try
        {
            return UfsChecker.Check(image).Any() || Listed.Compare(UfsReader.Read(image), spec).Length > 0;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }
}
