using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>What an image cannot hold.</summary>
public class FatObjectionTests
{
    public static TheoryData<string, string> Unrepresentable() => new()
    {
        { "label", ": the label 'A:B' is not 1 to 11 letters, digits, blanks and signs that FAT allows" },
        { "no label", ": the label '' is not 1 to 11 letters, digits, blanks and signs that FAT allows" },
        { "long label", ": the label 'TWELVELETTER' is not 1 to 11 letters, digits, blanks and signs that FAT allows" },
        { "time", ": the time 0 lies outside the years 1980 to 2107" },
        { "small", ": an image of 65536 sectors is too small for FAT32, which begins with 66589 sectors" },
        { "large", ": an image of 4294967296 sectors is too large for FAT32" },
        { "full", ": everything together needs 68883 clusters of 512 bytes, and the image has 68882: 512 bytes are missing" },
        { "file", "f: the file has 4294967296 bytes, and 4294967295 are the most" },
        { "link", "l: it is a symbolic link, and FAT holds files and directories alone" },
        { "device", "c: it is a character device, and FAT holds files and directories alone" },
        { "name", "nnn*: the name has 256 UTF-16 units, and 255 are the most" },
        { "path", "*/p: the path has 1025 bytes, and 1024 are the most" },
        { "dot", "x.: the name ends with a dot, which readers of FAT drop" },
        { "blank", "x : the name ends with a blank, which readers of FAT drop" },
        { "colon", "a:b: the name holds the character :, which FAT does not allow" },
        { "tab", "a\tb: the name holds the control character U+0009, which FAT does not allow" },
        { "bytes", "*: the name is not UTF-8, and FAT holds names in UTF-16" },
        { "astral", "*: the name holds a character above U+FFFF, which not every reader of FAT understands" },
        { "case", "readme: the name is the same as 'README' on FAT, which does not tell small letters from capitals" },
        { "folded", "\u00e9T\u00e9: the name is the same as '\u00c9t\u00c9' on FAT, which does not tell small letters from capitals" },
        { "sigma", "\u03c3: the name is the same as '\u03a3' on FAT, which does not tell small letters from capitals" },
        { "many", "d: the directory has 66002 entries with those of long names, and 65536 are the most" },
    };

    [Theory]
    [MemberData(nameof(Unrepresentable))]
    public void What_has_no_place_is_said(string what, string objection)
    {
        FatOptions options = what switch
        {
            "label" => FatImage.Options with { Label = "A:B" },
            "no label" => FatImage.Options with { Label = "" },
            "long label" => FatImage.Options with { Label = "TWELVELETTER" },
            "time" => FatImage.Options with { Time = 0 },
            "small" => FatImage.Options with { Sectors = 65_536 },
            "large" => FatImage.Options with { Sectors = 1L << 32 },
            "file" or "many" => FatImage.Options with { Sectors = 30_703_616 },
            _ => FatImage.Options,
        };
        TreeEntry[] entries = what switch
        {
            "full" => [Large("f", 68_882 * 512)],
            "file" => [Large("f", 1L << 32)],
            "link" => [SmallTree.Link("l", "x")],
            "device" => [SmallTree.Device("c", FileKind.CharacterDevice, 1, 2)],
            "name" => [SmallTree.File(new string('n', 256))],
            "path" => [.. Enumerable.Range(1, 4).Select(depth => SmallTree.Directory(string.Join('/', Enumerable.Repeat(new string('d', 255), depth)))),
                SmallTree.File(string.Join('/', Enumerable.Repeat(new string('d', 255), 4)) + "/p")],
            "dot" => [SmallTree.File("x.")],
            "blank" => [SmallTree.File("x ")],
            "colon" => [SmallTree.File("a:b")],
            "tab" => [SmallTree.File("a\tb")],
            "bytes" => [SmallTree.File("a\udcff")],
            "astral" => [SmallTree.File("\U0001F600")],
            "case" => [SmallTree.File("README"), SmallTree.File("readme")],
            "folded" => [SmallTree.File("\u00c9t\u00c9"), SmallTree.File("\u00e9T\u00e9")],
            "sigma" => [SmallTree.File("\u03a3"), SmallTree.File("\u03c3")],
            "many" => [SmallTree.Directory("d"), .. Enumerable.Range(0, 22_000).Select(i => SmallTree.File($"d/name-of-{i:d5}-file"))],
            _ => [],
        };
        var result = FatPlanner.Plan(SmallTree.Of(entries), options) as FatUnrepresentable;
        result.Should().NotBeNull();
        result!.Objections.Select(found => $"{found.Path}: {found.Message}").Should().ContainSingle().Which.Should().Match(objection);
    }

    [Fact]
    public void All_of_it_is_said_at_once()
    {
        FileTree tree = SmallTree.Of(SmallTree.File("a:b"), SmallTree.Link("l", "x"), Large("f", 1L << 31));
        var result = (FatUnrepresentable)FatPlanner.Plan(tree, FatImage.Options with { Label = "" });
        result.Objections.Select(found => found.Path?.Text).Should().BeEquivalentTo([null, "a:b", "l", null]);
    }

    [Fact]
    public void What_fills_the_image_to_the_last_cluster_fits()
    {
        long clusters = FatImage.Planned(SmallTree.Of()).Clusters;
        FatImage.Planned(SmallTree.Of(Large("f", (clusters - 1) * 512))).FreeClusters.Should().Be(0);
        ((FatUnrepresentable)FatPlanner.Plan(SmallTree.Of(Large("f", ((clusters - 1) * 512) + 1)), FatImage.Options)).Objections.Should().ContainSingle()
            .Which.Message.Should().EndWith($"needs {clusters + 1} clusters of 512 bytes, and the image has {clusters}: 512 bytes are missing");
    }

    private static TreeEntry Large(string path, long bytes) => new(ImagePath.Parse(path), NewInode.File(0x1a4, 0, new PatternBytes(1, bytes)));
}
