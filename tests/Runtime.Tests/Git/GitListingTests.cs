using System.Text;
using CsCheck;
using ManifestLinker.Runtime.Git;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Tests.Git;

/// <summary>What git lists is read to the letter; anything else is refused with one line.</summary>
public class GitListingTests
{
    private const string Blob = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    [Fact]
    public void Records_become_entries()
    {
        GitListing.OfIndex(Bytes($"100644 {Blob} 0\ta b\0" + $"100755 {Blob} 0\tc\td\0" + $"120000 {Blob} 0\te\nf\0" + $"160000 {Blob} 0\tg\0"))
            .Should().Equal(
                ("a b", new GitEntry(GitKind.File, Blob)), ("c\td", new GitEntry(GitKind.Program, Blob)),
                ("e\nf", new GitEntry(GitKind.Link, Blob)), ("g", GitEntry.OnDisk));
        GitListing.OfTree(Bytes($"100644 blob {Blob}\ta\0")).Should().Equal(("a", new GitEntry(GitKind.File, Blob)));
        GitListing.OfIndex([]).Should().BeEmpty();
    }

    [Fact]
    public void No_bytes_bring_them_down() => Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Gen.OneOf(Gen.Const("100644 "), Gen.Const("160000"), Gen.Const(" 0\t"), Gen.Const("\0"), Gen.Const(" "), Gen.Const("blob"), Gen.Const("1"))
            .Array[0, 12].Select(parts => Bytes(string.Concat(parts)))).Sample(bytes =>
    {
        foreach (Func<byte[], IEnumerable<(string, GitEntry)>> read in new[] { GitListing.OfIndex, GitListing.OfTree })
        {
            try
            {
                _ = new GitTree(read(bytes)).Entries.Count();
            }
            catch (Exception wrong) when (wrong is InvalidDataException or UsageException)
            {
                wrong.Message.Should().NotBeEmpty();
            }
        }
    });

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);
}
