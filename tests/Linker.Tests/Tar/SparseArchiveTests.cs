using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Tar;

/// <summary>Files that are stored without their zeros.</summary>
public class SparseArchiveTests
{
    private const int Unit = 64 * 1024;

    private static readonly TarOptions Sparse = new() { Sparse = true };

    private static FileTree TreeOf(string name, ByteSource content) => SmallTree.Of(
        new TreeEntry(ImagePath.Parse(name), new Inode { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 7, Content = content }),
        SmallTree.File("zzz", "what follows is found"));

    // Pieces of data with zeros between them, as many as take a header, and one, two and more blocks of a map.
    private static ExtentBytes Spotted(int pieces, long tail) => new(
        (2L * pieces * Unit) + tail,
        Enumerable.Range(0, pieces).Select(i => new Extent((2L * i * Unit) + 100, new PatternBytes((ulong)i, i % 3 == 0 ? Unit / 2 : 700))));

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 0)]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    [InlineData(24, 3)]
    [InlineData(25, 0)]
    [InlineData(26, 512)]
    [InlineData(60, 70000)]
    public void A_map_of_any_length_comes_back(int pieces, long tail)
    {
        ExtentBytes content = Spotted(pieces, tail);
        FileTree read = TarArchiveTests.Read(TarArchiveTests.Write(TreeOf("image", content), Sparse));
        read.Find(ImagePath.Parse("image"))!.Content.ToArray().Should().Equal(content.ToArray());
        read.Find(ImagePath.Parse("zzz"))!.Content.ToArray().Should().Equal("what follows is found"u8.ToArray());
    }

    [Fact]
    public void Any_content_comes_back_and_is_never_stored_at_greater_length() => Check.Sample(
        Gen.Select(Gen.Select(Gen.Int[0, 3 * Unit], Gen.Int[0, 2 * Unit]).Array[0, 6], Gen.Int[0, Unit]),
        (pieces, tail) =>
        {
            var extents = new List<Extent>();
            long at = 0;
            foreach ((int gap, int length) in pieces)
            {
                extents.Add(new Extent(at + gap, new PatternBytes((ulong)at, length)));
                at += gap + length;
            }
            var content = new ExtentBytes(at + tail, extents);
            FileTree tree = TreeOf("image", content);
            byte[] sparse = TarArchiveTests.Write(tree, Sparse);
            TarArchiveTests.Read(sparse).Find(ImagePath.Parse("image"))!.Content.ToArray().Should().Equal(content.ToArray());
            sparse.Length.Should().BeLessThanOrEqualTo(TarArchiveTests.Write(tree).Length);
        },
        iter: 60);

    [FactNeeding("tar", "bsdtar")]
    public void Tar_unpacks_them()
    {
        ExtentBytes content = Spotted(30, 12345);
        foreach (string program in new[] { "tar", "bsdtar" })
        {
            using var folder = new TemporaryFolder();
            string file = folder.Write("a.tar", TarArchiveTests.Write(TreeOf("image", content), Sparse));
            ForeignTool.Run(program, "-C", folder.Path, "-xf", file).Exits(0);
            File.ReadAllBytes(folder.At("image")).Should().Equal(content.ToArray(), program);
            File.ReadAllText(folder.At("zzz")).Should().Be("what follows is found");
        }
    }

    [FactNeeding("tar", "bsdtar")]
    public void A_file_of_sixteen_gigabytes_takes_what_is_in_it()
    {
        const long Size = 16_000_000_000;
        var content = new ExtentBytes(Size, [new Extent(12_000_000_000, new MemoryBytes("data"u8.ToArray()))]);
        byte[] archive = TarArchiveTests.Write(TreeOf("16gb.img", content), Sparse);
        archive.Length.Should().BeLessThan(2 * Unit);
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.tar", archive);
        foreach (string program in new[] { "tar", "bsdtar" })
            ForeignTool.Run(program, "-tvf", file).Exits(0).Lines[0].Should().MatchRegex($@" {Size} .* 16gb\.img$", program);
        ByteSource read = TarArchiveTests.Read(archive).Find(ImagePath.Parse("16gb.img"))!.Content;
        read.Slice(12_000_000_000, 5).ToArray().Should().Equal([.. "data"u8, 0]);
        read.Length.Should().Be(Size);
    }
}
