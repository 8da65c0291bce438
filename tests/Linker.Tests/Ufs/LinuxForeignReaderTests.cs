using System.Security.Cryptography;
using System.Text;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>
/// A Linux kernel in an emulator mounts the image and lists it. UFS_DEB_DIR names the folder that holds the kernel's package.
/// </summary>
public class LinuxForeignReaderTests
{
    private const string Script = "tools/linux-ufs-check";

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "shared:" + Script, "$UFS_DEB_DIR")]
    public void A_tree_with_every_edge_is_listed_the_same() => Compare(EdgeTree.Listing(), 4096, 1024);

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "shared:" + Script, "$UFS_DEB_DIR")]
    public void A_tree_in_small_fragments_is_listed_the_same() => Compare(EdgeTree.Listing(), 4096, 512);

    [FactNeeding("qemu-system-x86_64", "busybox", "cpio", "dpkg-deb", "shared:" + Script, "$UFS_DEB_DIR")]
    public void A_tree_in_large_blocks_is_listed_the_same() => Compare(EdgeTree.Listing(8192), 8192, 1024);

    private static void Compare(string listing, int block, int fragment)
    {
        FileTree tree = TreeListing.Parse(listing);
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Auto(), block, fragment);
        using var image = new ImageFile(plan);
        Outcome listed = ForeignTool.Run("bash", Checkout.Shared(Script), image.Path).Exits(0);
        listed.Errors.Should().NotContain("needs fsck").And.NotContain("MOUNT-FAILED");

        string[] expected = [.. tree.Entries.Select(entry => Line(tree, entry))];
        string[] actual = [.. EscapedUtf8.Decode(listed.Bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithoutDirectorySize)];
        Array.Sort(expected, StringComparer.Ordinal);
        Array.Sort(actual, StringComparer.Ordinal);
        actual.Should().Equal(expected);

        // What df counts as used is what the plan says; it rounds fragments of half a KiB.
        string[] df = listed.Errors.Split('\n').First(line => line.StartsWith("/dev/vda", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        long.Parse(df[1]).Should().BeCloseTo((long)plan.Geometry.DataFragments * fragment / 1024, 1);
        long.Parse(df[2]).Should().BeCloseTo(plan.Usage.FragmentsUsed * fragment / 1024, 1);
    }

    private static string Line(FileTree tree, TreeEntry entry)
    {
        Inode inode = entry.Inode;
        char kind = inode.Kind switch
        {
            FileKind.Regular => 'f',
            FileKind.Directory => 'd',
            FileKind.SymbolicLink => 'l',
            FileKind.CharacterDevice => 'c',
            FileKind.BlockDevice => 'b',
            FileKind.Fifo => 'p',
            _ => 's',
        };
        string size = inode.Kind switch
        {
            FileKind.Directory => "-",
            // Linux keeps 12 bits of a major number.
            FileKind.CharacterDevice or FileKind.BlockDevice => $"{inode.Device.Major & 0xFFF},{inode.Device.Minor}",
            _ => inode.Size.ToString(),
        };
        var text = new StringBuilder();
        text.Append($"{kind} {Convert.ToString(inode.Permissions, 8).PadLeft(4, '0')} {inode.Uid} {inode.Gid} {size} {tree.Links(entry)} {inode.Modified} ");
        text.Append(entry.Path.IsRoot ? "." : "./" + entry.Path.Text);
        if (inode.Kind == FileKind.Regular) text.Append(' ').Append(Md5(inode));
        if (inode.Kind == FileKind.SymbolicLink) text.Append(" -> ").Append(inode.Target);
        return text.ToString();
    }

    private static string WithoutDirectorySize(string line)
    {
        string[] words = line.Split(' ', 6);
        if (words[0] == "d") words[4] = "-";
        return string.Join(' ', words);
    }

    private static string Md5(Inode inode)
    {
#pragma warning disable CA5351 // The listing has MD5.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
#pragma warning restore CA5351
        inode.Content.ReadThrough(bytes => hash.AppendData(bytes));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
