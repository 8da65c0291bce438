using System.Buffers.Binary;
using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Foreign;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>Sound images have no problems, whoever made them; each case damages one thing, and the checker must name it.</summary>
public class FatCheckerTests
{
    private const int Table = 32 * 512, TableBytes = 543 * 512, Data = Table + (2 * TableBytes);

    // The top directory has cluster 2, boot 3, boot/a 4 and 5, boot/sub 6, boot/sub/name too long for eight letters 7, z 8.
    private static readonly FileTree Tree = TreeListing.Parse("""
        f boot/a 0644 0 0 size=1000
        f boot/sub/name\040too\040long 0644 0 0 text=long
        f z 0644 0 0 text=last
        """);

    private static readonly byte[] Sound = FatImage.Planned(Tree).Image.ToArray();

    [Fact]
    public void Our_images_are_sound()
    {
        Problems(Sound).Should().BeEmpty();
        FatChecker.Check(FatImage.Planned(FatImage.Tree).Image).Should().BeEmpty();
        FatChecker.Check(FatImage.Planned(FatImage.Tree, FatImage.Options with { Sectors = 5_000_000 }).Image).Should().BeEmpty();
    }

    [FactNeeding("mkfs.fat", "mcopy")]
    public void Images_of_others_are_sound()
    {
        using var folder = new TemporaryFolder();
        foreach (string[] options in ForeignFat.Kinds)
            FatChecker.Check(ForeignFat.Make(folder, options)).Should().BeEmpty(string.Join(' ', options));
    }

    public static TheoryData<string, string> Damages() => new()
    {
        { "signature", "the image does not begin with a boot sector of FAT" },
        { "too large", "the volume is said to have * bytes, and the image has *" },
        { "small table", "the tables have 2 sectors, which do not reach for * clusters" },
        { "version", "byte 42: the version of the format is 1, not 0" },
        { "copy", "byte 3072: the copy of the boot sector is different from it" },
        { "copy elsewhere", "byte 50: the copy of the boot sector is said to be sector 40, behind the reserved ones" },
        { "counters elsewhere", "byte 48: the free clusters are said to be counted in sector 33, behind the reserved ones" },
        { "counters", "byte 996: the sector that counts the free clusters has not the mark that it should have" },
        { "free", "byte 1000: the number of free clusters is *, not *" },
        { "next", "byte 1004: the next free cluster is said to be 1, which is none" },
        { "second table", "byte 294444: table 2 is different from the first" },
        { "media", "byte 16384: the first table begins with F0, and the boot sector says F8" },
        { "dirty", "byte 16388: the volume was not closed, or has errors, as its first table says" },
        { "lost", "byte *: 1 clusters are in use and belong to nothing, the first of them 100" },
        { "free chain", "'boot/a' goes on in the cluster 0, which is none" },
        { "short chain", "byte *: 'boot/a' has 1 clusters, and its 1000 bytes need 2" },
        { "long chain", "byte *: 'z' has 2 clusters, and its 4 bytes need 1" },
        { "loop", "byte *: 'boot/a' has the cluster 4, which belongs to something else or comes twice" },
        { "cross link", "byte *: 'boot/a' has the cluster 5, which belongs to something else or comes twice" },
        { "outside", "'boot/a' goes on in the cluster 99999999, which is none" },
        { "size", "byte *: 'z' has 1 clusters, and its 0 bytes need 0" },
        { "itself", "byte *: the directory 'boot' does not begin with itself and the one above it" },
        { "above", "byte *: the directory 'boot/sub' does not begin with itself and the one above it" },
        { "late dot", "byte *: 'boot' has '.' not at its beginning" },
        { "directory size", "byte *: the directory 'boot' is said to have 5 bytes, and directories say 0" },
        { "directory nowhere", "byte *: the directory 'boot' is said to lie in the cluster 0, which is none" },
        { "directory twice", "byte *: the directory 'boot/sub' has the cluster 3, which belongs to something else or comes twice" },
        { "checksum", "byte *: before 'NAMETO~1' in 'boot/sub' stand pieces of a long name that is not its own" },
        { "order of pieces", "byte *: before 'NAMETO~1' in 'boot/sub' stand pieces of a long name that is not its own" },
        { "same name", "byte *: the name 'BOOT', or its short form, stands twice in ''" },
    };

    [Theory]
    [MemberData(nameof(Damages))]
    public void What_is_damaged_is_named(string harm, string problem)
    {
        var image = (byte[])Sound.Clone();
        switch (harm)
        {
            case "signature": image[510] = 0; break;
            case "too large": image[34]++; break;
            case "small table": Number(image, 36, 2); break;
            case "version": image[42] = 1; break;
            case "copy": image[(6 * 512) + 100] = 1; break;
            case "copy elsewhere": image[50] = 40; break;
            case "counters elsewhere": image[48] = 33; break;
            case "counters": image[512 + 484]++; break;
            case "free": image[512 + 488]++; break;
            case "next": Number(image, 512 + 492, 1); break;
            case "second table": image[Table + TableBytes + 44]++; break;
            case "media": Entry(image, 0, 0x0FFFFFF0); break;
            case "dirty": Entry(image, 1, 0x07FFFFFF); break;
            case "lost": Entry(image, 100, 0x0FFFFFFF); break;
            case "free chain": Entry(image, 4, 0); break;
            case "short chain": Entry(image, 4, 0x0FFFFFFF); break;
            case "long chain": Entry(image, 8, 9); Entry(image, 9, 0x0FFFFFFF); break;
            case "loop": Entry(image, 5, 4); break;
            case "cross link": Entry(image, 8, 5); break;
            case "outside": Entry(image, 5, 99_999_999); break;
            case "size": Number(image, Named(image, "Z          ") + 28, 0); break;
            case "itself": image[Cluster(3) + 26] = 9; break;
            case "above": image[Cluster(6) + 32 + 26] = 0; break;
            case "late dot": image.AsSpan(Cluster(3), 32).CopyTo(image.AsSpan(Cluster(3) + (6 * 32))); break;
            case "directory size": image[Named(image, "BOOT       ") + 28] = 5; break;
            case "directory nowhere": image[Named(image, "BOOT       ") + 26] = 0; break;
            case "directory twice": image[Named(image, "SUB        ") + 26] = 3; break;
            case "checksum": image[Named(image, "NAMETO~1   ") - 32 + 13]++; break;
            case "order of pieces": image[Named(image, "NAMETO~1   ") - 32] = 3; break;
            case "same name": image.AsSpan(Named(image, "BOOT       "), 11).CopyTo(image.AsSpan(Named(image, "Z          "))); break;
        }
        Problems(image).Should().Contain(found => Matches(found, problem), string.Join('\n', Problems(image)));
    }

    [Fact]
    public void Whatever_the_bytes_the_check_ends()
    {
        // Most of an image is free; what says something lies in these places.
        Gen<int> place = Gen.OneOf(Gen.Int[0, 520], Gen.Int[1000, 1010], Gen.Int[Table, Table + 60], Gen.Int[Data, Data + (7 * 512)]);
        int read = 0;
        Gen.Select(Gen.Select(place, Gen.Byte).Array[1, 10], Gen.Int[0, Sound.Length * 3]).Sample(
            (changes, length) =>
            {
                byte[] bad = Sound[..Math.Min(length, Sound.Length)];
                foreach ((int at, byte value) in changes)
                {
                    if (at < bad.Length) bad[at] = value;
                }
                bool isRead = Fuzz.Succeeds(() => FatFuzzTests.ReadAll(bad));
                string[] problems = Problems(bad);
                if (!isRead) problems.Should().NotBeEmpty();
                else Interlocked.Increment(ref read);
            },
            iter: 150);
        read.Should().BeGreaterThan(10);
    }

    private static string[] Problems(byte[] image) => [.. FatChecker.Check(new MemoryBytes(image)).Select(problem => problem.ToString())];

    private static bool Matches(string text, string pattern)
    {
        string[] parts = pattern.Split('*');
        return text.StartsWith(parts[0], StringComparison.Ordinal) && text.EndsWith(parts[^1], StringComparison.Ordinal) && parts.All(part => text.Contains(part, StringComparison.Ordinal));
    }

    private static int Cluster(int number) => Data + ((number - 2) * 512);

    /// <summary>Where the entry with a short name stands.</summary>
    private static int Named(byte[] image, string name) => Data + image.AsSpan(Data).IndexOf(Encoding.ASCII.GetBytes(name));

    private static void Number(byte[] image, int at, uint number) => BinaryPrimitives.WriteUInt32LittleEndian(image.AsSpan(at), number);

    /// <summary>Writes an entry into both tables.</summary>
    private static void Entry(byte[] image, int cluster, uint value)
    {
        Number(image, Table + (cluster * 4), value);
        Number(image, Table + TableBytes + (cluster * 4), value);
    }
}
