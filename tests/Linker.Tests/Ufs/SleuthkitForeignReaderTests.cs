using System.Globalization;
using System.Text.RegularExpressions;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>The Sleuth Kit shows the superblock, the groups and single inodes. It cannot read the directories of illumos.</summary>
public class SleuthkitForeignReaderTests
{
    [FactNeeding("fsstat")]
    public void The_superblock_and_the_groups_say_what_the_plan_says()
    {
        UfsPlan plan = Planning.Plan(EdgeTree.Listing());
        using var image = new ImageFile(plan);
        string text = ForeignTool.Run("fsstat", "-f", "ufs", image.Path).Exits(0).Output;
        UfsGeometry geometry = plan.Geometry;
        text.Should().Contain("File System Type: UFS 1\nLast Written: 2020-09-13 12:26:40 (UTC)\n");
        text.Should().Contain($"Inode Range: 0 - {geometry.Inodes}\n");
        text.Should().Contain($"Num of Avail Inodes: {plan.Usage.InodesFree}\nNum of Directories: {plan.Usage.Directories}\n");
        text.Should().Contain($"Fragment Range: 0 - {geometry.Fragments - 1}\nBlock Size: 4096\nFragment Size: 1024\n");
        text.Should().Contain($"Num of Avail Full Blocks: {plan.Usage.BlocksFree}\nNum of Avail Fragments: {plan.Usage.FragmentsFree}\n");
        text.Should().Contain($"Number of Cylinder Groups: {geometry.Groups}\nInodes per group: {geometry.InodesPerGroup}\nFragments per group: {geometry.FragmentsPerGroup}\n");

        // Each group twice, from the summary area and from its descriptor; both must add up to the total.
        Sum("Num of Dirs").Should().Be(2 * plan.Usage.Directories);
        Sum("Num of Avail Blocks").Should().Be(2 * plan.Usage.BlocksFree);
        Sum("Num of Avail Inodes").Should().Be(2 * plan.Usage.InodesFree);
        Sum("Num of Avail Frags").Should().Be(2 * plan.Usage.FragmentsFree);

        int Sum(string name) => Regex.Matches(text, $"    {name}: ([0-9]+)\n").Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [FactNeeding("istat", "icat")]
    public void Inodes_have_the_size_the_links_and_the_addresses_of_the_plan()
    {
        FileTree tree = TreeListing.Parse(EdgeTree.Listing());
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Auto());
        using var image = new ImageFile(plan);
        int compared = 0;
        foreach (TreeEntry entry in tree.Entries.Where(entry => entry.Path.Text.Split('/')[0] is "" or "size" or "indirect" or "link" or "hard"))
        {
            string number = plan.InodeNumber(entry.Path).ToString(CultureInfo.InvariantCulture);
            string text = ForeignTool.Run("istat", "-f", "ufs", image.Path, number).Exits(0).Output;
            text.Should().Contain($"inode: {number}\nAllocated\n").And.Contain($"num of links: {tree.Links(entry)}\n");
            if (entry.Inode.Kind is FileKind.Regular or FileKind.SymbolicLink) text.Should().Contain($"size: {entry.Inode.Size}\n");
            // It expects short targets in the inode, as BSD has them, and shows no address.
            if (entry.Inode.Kind == FileKind.SymbolicLink && entry.Inode.Size < 60) continue;
            IEnumerable<int> fragments = plan.Runs(entry.Path).SelectMany(run => Enumerable.Range(run.Fragment, run.Fragments));

            // Of a last whole block it shows the fragments that the size reaches.
            if (entry.Inode.Kind == FileKind.Regular) fragments = fragments.Take((int)((entry.Inode.Size + 1023) / 1024));
            Fragments(text, "Direct Blocks:").Should().Equal(fragments);
            Fragments(text, "Indirect Blocks:").Should().BeEquivalentTo(
                plan.IndirectBlocks(entry.Path).SelectMany(fragment => Enumerable.Range(fragment, 4)));
            if (entry.Inode.Kind == FileKind.Regular)
            {
                byte[] content = ForeignTool.Run("icat", "-f", "ufs", image.Path, number).Exits(0).Bytes;
                content.AsSpan().SequenceEqual(entry.Inode.Content.ToArray()).Should().BeTrue(entry.Path.Text);
            }
            compared++;
        }
        compared.Should().BeGreaterThan(40);
    }

    private static IEnumerable<int> Fragments(string text, string title)
    {
        int at = text.IndexOf("\n" + title, StringComparison.Ordinal);
        if (at < 0) return [];
        string list = text[(at + title.Length + 1)..];
        int end = list.IndexOf("Blocks:", StringComparison.Ordinal);
        return Regex.Matches(end < 0 ? list : list[..end], "[0-9]+").Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));
    }
}
