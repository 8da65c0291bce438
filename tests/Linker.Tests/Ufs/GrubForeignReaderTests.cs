using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>GRUB's own UFS driver reads contents, follows links and lists directories.</summary>
public class GrubForeignReaderTests
{
    [FactNeeding("grub-fstest")]
    public void Files_of_every_size_read_the_same() => Compare(EdgeTree.Listing(), 4096, 1024);

    [FactNeeding("grub-fstest")]
    public void Files_in_large_blocks_read_the_same() => Compare(EdgeTree.Listing(8192), 8192, 1024);

    [FactNeeding("grub-fstest")]
    public void Directories_list_their_names()
    {
        using var image = new ImageFile(Planning.Plan(EdgeTree.Listing()));
        string[] names = ForeignTool.Run("grub-fstest", image.Path, "ls", "(loop0)/many/").Exits(0).Output
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        names.Should().BeEquivalentTo(Enumerable.Range(0, 2000).Select(i => $"file-{i:d4}"));
    }

    private static void Compare(string listing, int block, int fragment)
    {
        FileTree tree = TreeListing.Parse(listing);
        using var image = new ImageFile(Planning.Plan(tree, new UfsSize.Auto(), block, fragment));
        string[] folders = ["size", "indirect", "hard", "deep0", "lost+found"];
        int compared = 0;
        foreach (TreeEntry entry in tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular && folders.Contains(entry.Path.Text.Split('/')[0])))
        {
            byte[] content = ForeignTool.Run("grub-fstest", image.Path, "cat", $"(loop0)/{entry.Path.Text}").Exits(0).Bytes;
            content.AsSpan().SequenceEqual(entry.Inode.Content.ToArray()).Should().BeTrue(entry.Path.Text);
            compared++;
        }
        compared.Should().BeGreaterThan(30);

        byte[] linked = ForeignTool.Run("grub-fstest", image.Path, "cat", "(loop0)/link/absolute").Exits(0).Bytes;
        linked.AsSpan().SequenceEqual(tree.Find(ImagePath.Parse("size/49153"))!.Content.ToArray()).Should().BeTrue();
        linked = ForeignTool.Run("grub-fstest", image.Path, "cat", "(loop0)/link/relative").Exits(0).Bytes;
        linked.AsSpan().SequenceEqual(tree.Find(ImagePath.Parse("size/1"))!.Content.ToArray()).Should().BeTrue();
    }
}
