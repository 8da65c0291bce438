using System.Buffers.Binary;
using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Foreign;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>Sound images have no problems, whoever made them; each case damages one thing, and the checker must name it.</summary>
public class IsoCheckerTests
{
    private const int Primary = 16 * 2048;

    private static readonly FileTree Tree = TreeListing.Parse("""
        f boot/cdboot 0644 0 3 size=1201
        f boot/loader 0444 0 3 size=3000
        d boot/modules 0755 0 0
        f boot/modules/one 0644 0 0 text=one
        f platform/unix 0644 0 0 size=5000
        s link -> boot/loader
        """);

    private static readonly byte[] Sound = IsoWriterTests.Planned(Tree, new IsoOptions
    {
        Time = 1_767_323_045,
        Boot = [new IsoBoot(ImagePath.Parse("boot/cdboot"), BootPlatform.Bios, HasInfoTable: true), new IsoBoot(ImagePath.Parse("boot/loader"), BootPlatform.Efi, HasInfoTable: false)],
    }).Image.ToArray();

    [Fact]
    public void Our_images_are_sound()
    {
        Problems(Sound).Should().BeEmpty();
        SmallTree.Any().Where(tree => IsoPlanner.Plan(tree, new IsoOptions { Time = 0 }) is IsoPlan).Sample(
            tree => IsoChecker.Check(IsoWriterTests.Planned(tree, new IsoOptions { Time = 0 }).Image).Should().BeEmpty(), iter: 100);
    }

    [FactNeeding("genisoimage", "xorriso")]
    public void Images_of_others_are_sound()
    {
        using var folder = new TemporaryFolder();
        string directory = ForeignIso.Fill(folder);
        foreach (string[] command in ForeignIso.WithRockRidge.Append(["genisoimage", "-quiet", "-D"]))
            IsoChecker.Check(ForeignIso.Make(folder, command, directory)).Should().BeEmpty(string.Join(' ', command));
    }

    public static TheoryData<string, string> Damages() => new()
    {
        { "identifier", "the image has no primary descriptor" },
        { "terminator", "byte *: the descriptors do not end with a terminator" },
        { "blocks", "byte 32848: the number of blocks is different in its two byte orders" },
        { "too many blocks", "byte 32848: the volume is said to have * bytes, and the image has *" },
        { "structure", "byte 33649: the version of the structure is 0, not 1" },
        { "low path table", "byte *: the path table with the low bytes first does not name the directories" },
        { "high path table", "byte *: the path table with the high bytes first does not name the directories" },
        { "path table elsewhere", "byte *: the path table with the low bytes first lies behind the end of the image" },
        { "record orders", "byte *: a record of this directory has numbers that are different in their two byte orders" },
        { "parent", "byte *: a directory has its parent at block 99, not *" },
        { "own size", "byte *: a directory has itself with 4096 bytes, not 2048" },
        { "order", "byte *: the records of this directory are not in order" },
        { "outside", "byte *: something is said to have * bytes from block 99999 on, behind the end of the image" },
        { "overlap", "byte *: a file lies on what is before it" },
        { "boot program", "byte *: the boot info table is not that of its program" },
        { "boot sum", "the boot catalogue does not begin with a validation entry whose checksum is right" },
        { "boot outside", "the boot catalogue names block 99999, behind the end of the image" },
        { "link", "'link' is a directory by its mode and none by its record" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_damaged_is_named(string harm, string problem)
    {
        var image = (byte[])Sound.Clone();
        int catalogue = BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan((17 * 2048) + 0x47)) * 2048;
        switch (harm)
        {
            case "identifier": image[Primary] = 2; break;
            case "terminator": image[18 * 2048] = 7; break;
            case "blocks": image[Primary + 80]--; break;
            case "too many blocks": Both(image, Primary + 80, 99999); break;
            case "structure": image[Primary + 881] = 0; break;
            case "low path table": image[(19 * 2048) + 2]++; break;
            case "high path table": image[(20 * 2048) + 5]++; break;
            case "path table elsewhere": image[Primary + 141] = 0xff; break;
            case "record orders": image[Record(image, "LOADER.;1") + 17]++; break;
            case "parent": Both(image, Directory(image, "MODULES") + image[Directory(image, "MODULES")] + 2, 99); break;
            case "own size": Both(image, Directory(image, "MODULES") + 10, 4096); break;
            case "order": image[Record(image, "CDBOOT.;1") + 33] = (byte)'Z'; break;
            case "outside": Both(image, Record(image, "LOADER.;1") + 2, 99999); break;
            case "overlap": Both(image, Record(image, "CDBOOT.;1") + 10, 5000); break;
            case "boot program": image[(BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(catalogue + 40)) * 2048) + 100]++; break;
            case "boot sum": image[catalogue + 4]++; break;
            case "boot outside": BinaryPrimitives.WriteInt32LittleEndian(image.AsSpan(catalogue + 40), 99999); break;
            case "link": image[image.AsSpan().IndexOf<byte>([0x2c, 1, 0xff, 0xa1]) + 3] = 0x41; break;
        }
        Problems(image).Should().Contain(found => Matches(found, problem), string.Join('\n', Problems(image)));
    }

    [Fact]
    public void Whatever_the_bytes_the_check_ends() =>
        Gen.Select(Gen.Select(Gen.Int[Primary, (40 * 2048) - 1], Gen.Byte).Array[1, 20], Gen.Int[0, Sound.Length * 3]).Sample(
            (changes, length) =>
            {
                byte[] bad = Sound[..Math.Min(length, Sound.Length)];
                foreach ((int at, byte value) in changes)
                {
                    if (at < bad.Length) bad[at] = value;
                }
                bool isRead = Fuzz.Succeeds(() => IsoReader.Read(new MemoryBytes(bad)));
                if (!isRead) Problems(bad).Should().NotBeEmpty();
                else Problems(bad);
            },
            iter: 2000);

    private static string[] Problems(byte[] image) => [.. IsoChecker.Check(new MemoryBytes(image)).Select(problem => problem.ToString())];

    private static bool Matches(string text, string pattern)
    {
        string[] parts = pattern.Split('*');
        return text.StartsWith(parts[0], StringComparison.Ordinal) && text.EndsWith(parts[^1], StringComparison.Ordinal) && parts.All(part => text.Contains(part, StringComparison.Ordinal));
    }

    /// <summary>Where the record of a plain name stands; names of path tables come before, without a version.</summary>
    private static int Record(byte[] image, string name) => image.AsSpan().IndexOf(Encoding.ASCII.GetBytes(name)) - 33;

    /// <summary>Where the directory of a plain name begins.</summary>
    private static int Directory(byte[] image, string name)
    {
        int at = image.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(name)) - 33;
        return BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(at + 2)) * 2048;
    }

    private static void Both(byte[] image, int at, uint number) => HandmadeIso.Both(number).CopyTo(image, at);
}
