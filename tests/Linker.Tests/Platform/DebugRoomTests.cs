using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Platform;

public class DebugRoomTests
{
    private const long Extra = 3000 * 1024;

    private static readonly LinkInput Input = new()
    {
        Entries = [],
        Profile = SmartOs.Profile,
        Stamp = default,
        RootSize = new UfsSize.Fixed(350_000L * 1024, 12248),
        UsrSize = new UfsSize.Auto(),
        Manifests = [],
        SearchDirectories = [],
        GrowsForDebug = true,
    };

    [Theory]
    [InlineData(0)]
    [InlineData(256 * 1024 - 13)]
    [InlineData(256 * 1024 - 12)]
    [InlineData(256 * 1024 - 1)]
    [InlineData(256 * 1024)]
    [InlineData(3 * 256 * 1024 - 30)]
    public void The_mark_is_found_wherever_it_stands(int at)
    {
        DebugRoom.Of(Input, Image(at, "DEBUG enabled"), CancellationToken.None).Should().Be(Extra);
        DebugRoom.Of(Input, Image(at, "DEBUG_enabled"), CancellationToken.None).Should().Be(0);
    }

    [Fact]
    public void A_size_that_somebody_chose_stays() =>
        DebugRoom.Of(Input with { GrowsForDebug = false }, Image(5, "DEBUG enabled"), CancellationToken.None).Should().Be(0);

    [Fact]
    public void A_size_that_fits_the_contents_needs_no_more() =>
        DebugRoom.Of(Input with { RootSize = new UfsSize.Auto() }, Image(5, "DEBUG enabled"), CancellationToken.None).Should().Be(0);

    [Theory]
    [InlineData("")]
    [InlineData("DEBUG enable")]
    public void A_kernel_that_is_shorter_than_the_mark_is_none(string content) => Of(Encoding.ASCII.GetBytes(content)).Should().Be(0);

    [Fact]
    public void A_platform_without_a_kernel_is_none() => DebugRoom.Of(Input, SmallTree.Of(), CancellationToken.None).Should().Be(0);

    private static long Of(byte[] content) => DebugRoom.Of(Input, Image(content), CancellationToken.None);

    private static FileTree Image(int at, string mark) => Image([.. new byte[at], .. Encoding.ASCII.GetBytes(mark), .. new byte[17]]);

    private static FileTree Image(byte[] content) => SmallTree.Of(
        SmallTree.Directory("kernel"),
        SmallTree.Directory("kernel/amd64"),
        new TreeEntry(ImagePath.Parse("kernel/amd64/genunix"), NewInode.File(0x1ed, 0, new MemoryBytes(content))));
}
