using CsCheck;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Compare;

/// <summary>A difference says all that differs, and nothing else.</summary>
public class TreeComparisonTests
{
    [Fact]
    public void A_tree_does_not_differ_from_itself() =>
        Check.Sample(SmallTree.Any(), tree => Compare(tree, tree).IsNone.Should().BeTrue(), iter: 300);

    [Fact]
    public void The_changes_applied_to_the_older_tree_give_the_newer_one() =>
        Check.Sample(RelatedTrees.Any(), pair => AppliedDifference.To(pair.Old, Compare(pair.Old, pair.New)).Should().Equal(AppliedDifference.Of(pair.New)), iter: 1000);

    [Fact]
    public void The_other_way_round_the_same_differs() => Check.Sample(
        RelatedTrees.Any(),
        pair =>
        {
            string[] there = [.. Compare(pair.Old, pair.New).Changes.Select(change => Told(change, isMirrored: false))];
            string[] back = [.. Compare(pair.New, pair.Old).Changes.Select(change => Told(change, isMirrored: true))];
            back.Should().Equal(there);
        },
        iter: 1000);

    [Fact]
    public void The_number_of_threads_changes_nothing() => Check.Sample(
        RelatedTrees.Any(),
        pair => Compare(pair.Old, pair.New, jobs: 3).Changes.Select(change => Told(change, isMirrored: false))
            .Should().Equal(Compare(pair.Old, pair.New).Changes.Select(change => Told(change, isMirrored: false))),
        iter: 50);

    [Theory]
    [InlineData("s usr/lib/a -> /usr/lib/b", "s usr/lib/a -> b", ObjectTrait.Spelling)]
    [InlineData("s usr/lib/a -> ../lib/b", "s usr/lib/a -> ./b", ObjectTrait.Spelling)]
    [InlineData("s usr/lib/a -> ../../var/none", "s usr/lib/a -> /var/none", ObjectTrait.Spelling)]
    [InlineData("s usr/lib/a -> b", "s usr/lib/a -> c", ObjectTrait.Target)]
    [InlineData("s usr/lib/a -> ../../none/a", "s usr/lib/a -> ../../none/b", ObjectTrait.Target)]
    public void Links_that_lead_to_the_same_place_differ_in_their_spelling_alone(string old, string now, ObjectTrait expected)
    {
        const string Rest = "f usr/lib/b 0644 0 0 text=b\nf usr/lib/c 0644 0 0 text=c\n";

        ObjectChange change = Compare(TreeListing.Parse(Rest + old), TreeListing.Parse(Rest + now)).Changes.Should().ContainSingle().Subject;

        change.Attributes.Should().ContainSingle().Which.Attribute.Should().Be(expected);
        change.IsNoise.Should().Be(expected == ObjectTrait.Spelling);
    }

    [Fact]
    public void What_is_gone_here_and_new_there_was_moved_the_same_last_name_first()
    {
        FileTree old = TreeListing.Parse("f a/x 0644 0 0 text=one\nf a/y 0644 0 0 text=one\nf a/empty 0644 0 0\nf a/other 0644 0 0 text=two");
        FileTree now = TreeListing.Parse("f b/y 0644 0 0 text=one\nf b/z 0644 0 0 text=one\nf b/empty 0644 0 0\nd a 0755 0 0");

        Compare(old, now).Changes.Where(change => change.Moved is not null).Select(change => $"{change.Path} {change.Moved}")
            .Should().Equal("a/x b/z", "a/y b/y", "b/y a/y", "b/z a/x");
    }

    [Fact]
    public void A_name_that_becomes_a_file_of_its_own_is_told_once_and_one_that_goes_is_told_alone()
    {
        FileTree old = TreeListing.Parse("f a 0644 0 0 text=one\nh b = a\nh c = a");

        Compare(old, TreeListing.Parse("f a 0644 0 0 text=one\nf b 0644 0 0 text=one\nh c = a")).Changes
            .Should().ContainSingle().Which.Attributes.Should().Equal(new AttributeChange(ObjectTrait.Names, "a", "b"));
        Compare(old, TreeListing.Parse("f b 0644 0 0 text=one\nh c = b")).Changes
            .Should().ContainSingle().Which.IsRemoved.Should().BeTrue();
    }

    [Fact]
    public void What_cannot_be_read_is_named()
    {
        var broken = new Inode { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 0, Content = new BrokenBytes() };
        FileTree now = SmallTree.Of(new TreeEntry(ImagePath.Parse("a"), broken));

        FluentActions.Invoking(() => Compare(SmallTree.Of(SmallTree.File("a", "b")), now))
            .Should().Throw<InvalidDataException>().WithMessage("'a' cannot be read: segment 1 is damaged");
    }

    private static TreeDifference Compare(FileTree old, FileTree now, int jobs = 1) =>
        TreeComparison.Compare(old, now, new ComparisonOptions { Spool = () => new MemoryStream(), Jobs = jobs }, _ => { }, default);

    private static string Told(ObjectChange change, bool isMirrored)
    {
        bool added = isMirrored ? change.IsRemoved : change.IsAdded;
        bool removed = isMirrored ? change.IsAdded : change.IsRemoved;
        IEnumerable<string> attributes = change.Attributes.Select(one => isMirrored ? $"{one.Attribute}:{one.New}>{one.Old}" : $"{one.Attribute}:{one.Old}>{one.New}");
        return $"{change.Path} {(added ? "added" : removed ? "removed" : "changed")} {change.Moved} {change.Content?.Nature} {string.Join(' ', attributes)}";
    }

    private sealed class BrokenBytes : Compiler.Bytes.ByteSource
    {
        public override long Length => 1;

        public override void Read(long offset, Span<byte> destination) => throw new InvalidDataException("segment 1 is damaged");
    }
}
