using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.Resolve;

public sealed class ProtoWalkTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    public void Dispose() => top.Dispose();

    [Fact]
    public void Search_directories_are_listed_as_their_union_and_the_first_wins()
    {
        SearchPath search = Search(
            "f a/x 0644\nf a/hides/that 0644\nf file 0644\n",
            "f a/y 0644\nl a/x -> y\nf a/hides 0644\nf file/below 0644\nf b/z 0644\n");

        Walk(search, "").Should().Equal("a/", "a/hides/", "a/hides/that", "a/x", "a/y", "b/", "b/z", "file");
    }

    [Fact]
    public void Links_are_not_followed_but_on_the_way_to_a_top()
    {
        SearchPath search = Search("f real/deep/x 0644\nl real/loop -> .\nl link -> real\n");

        Walk(search, "link/deep").Should().Equal("link/deep/", "link/deep/x");
        Walk(search, "real").Should().Equal("real/", "real/deep/", "real/deep/x", "real/loop@");
    }

    [Fact]
    public void A_place_is_walked_once_and_one_that_is_not_there_not_at_all()
    {
        SearchPath search = Search("f a/b/x 0644\nf a-b 0644\nd empty 0755\n");

        Walk(search, "a/b", "a", "none/at/all", "a-b", "empty", "a").Should().Equal("a/", "a-b", "a/b/", "a/b/x", "empty/");
        ProtoWalk.Below(search, [ImagePath.Parse("empty")]).Nodes.Should().ContainSingle().Which.HasChildren.Should().BeFalse();
    }

    [Fact]
    public void Many_directories_at_once_are_listed_as_one_after_the_other()
    {
        string listing = string.Concat(Enumerable.Range(0, 200).Select(i => $"f d{i % 60}/e{i % 7}/f{i} 0644\n"));
        SearchPath search = Search(listing);

        string[] expected = [.. Directory.EnumerateFileSystemEntries(top.At("0"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(top.At("0"), path)).Order(StringComparer.Ordinal)];
        ProtoWalk.Below(search, [ImagePath.Root]).Nodes.Select(node => node.Path.Text).Should().Equal(expected);
    }

    [UnprivilegedFact]
    public void A_closed_directory_is_told()
    {
        SearchPath search = Search("f a/shut/x 0644\nf a/y 0644\n");
        File.SetUnixFileMode(top.At("0/a/shut"), UnixFileMode.None);

        ProtoWalk walk = Unprivileged.Run(() => ProtoWalk.Below(search, [ImagePath.Parse("a")]));
        File.SetUnixFileMode(top.At("0/a/shut"), (UnixFileMode)0b111_000_000);

        walk.Closed.Select(closed => closed.Path.Text).Should().Equal("a/shut");
        walk.Nodes.Select(node => node.Path.Text).Should().Equal("a", "a/shut", "a/y");
    }

    private SearchPath Search(params string[] listings)
    {
        for (int i = 0; i < listings.Length; i++) ProtoListing.Build(listings[i], top.At($"{i}"));
        return new SearchPath([.. listings.Select((_, i) => new SearchDirectory(Checked.Host, $"{i}", top.At($"{i}")))]);
    }

    private static string[] Walk(SearchPath search, params string[] tops) => [.. ProtoWalk.Below(search, tops.Select(ImagePath.Parse)).Nodes
        .Select(node => node.Path + node.Kind switch { FileKind.Directory => "/", FileKind.SymbolicLink => "@", _ => "" })];
}
