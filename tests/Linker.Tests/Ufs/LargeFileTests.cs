using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Files of gigabytes, whose images are never stored: the ends of what one, two and three indirections reach.</summary>
public class LargeFileTests
{
    private const long Single = (12L + 1024) * 4096;
    internal const long Double = Single + 1024L * 1024 * 4096;

    public static TheoryData<long, int> Lengths => new()
    {
        { int.MaxValue, 2 + 511 },
        { 1L + int.MaxValue, 2 + 511 },
        { Double, 2 + 1024 },
        { Double + 1, 2 + 1024 + 3 },
        { Double + 1024 * 4096, 2 + 1024 + 3 },
        { Double + 1024 * 4096 + 1, 2 + 1024 + 4 },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_file_at_the_end_of_an_indirection_is_sound_and_reads_back(long length, int indirectBlocks)
    {
        UfsPlan plan = Plan(new PatternBytes(7, length));
        plan.IndirectBlocks(ImagePath.Parse("large")).Should().HaveCount(indirectBlocks);
        UfsChecker.Check(plan.Image).Should().BeEmpty();
        var flags = new byte[1];
        plan.Image.Read(8192 + 211, flags);
        flags[0].Should().Be(length > int.MaxValue ? (byte)1 : (byte)0);

        ByteSource read = UfsReader.Read(plan.Image).Find(ImagePath.Parse("large"))!.Content;
        read.Length.Should().Be(length);
        foreach (long at in Spots(length))
        {
            byte[] expected = new PatternBytes(7, length).Slice(at, Math.Min(20000, length - at)).ToArray();
            read.Slice(at, expected.Length).ToArray().AsSpan().SequenceEqual(expected).Should().BeTrue();
        }
    }

    /// <summary>Places near the ends of what each indirection reaches, 20000 bytes before the end of the file.</summary>
    internal static IEnumerable<long> Spots(long length) =>
        new[] { 0, 49152 - 10000, Single - 10000, Single + 4096 * 1024 - 10000, Double - 30000, Double - 10000, Double + 4096 * 1024 - 10000, length - 20000 }
            .Where(at => at + 20000 <= length || at == length - 20000);

    /// <summary>An image with the one file <c>large</c>.</summary>
    internal static UfsPlan Plan(ByteSource content)
    {
        FileTree directory = TreeListing.Parse(Planning.Empty);
        var file = new Inode { Kind = FileKind.Regular, Permissions = 0x124, Uid = 0, Gid = 0, Modified = 0, Content = content };
        return Planning.Plan(new FileTree([.. directory.Entries, new TreeEntry(ImagePath.Parse("large"), file)]), new UfsSize.Auto());
    }
}
