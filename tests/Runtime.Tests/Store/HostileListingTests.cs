using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Listing;

namespace ManifestLinker.Runtime.Tests.Store;

/// <summary>Whoever writes to a cache may write anything: nothing of it gets out of the folder it is for.</summary>
public class HostileListingTests
{
    private const string Head = "mlc.outputs/1 ";

    private static readonly string Empty = Convert.ToHexStringLower(SHA256.HashData([]));

    [Theory]
    [InlineData("f 0644 EMPTY 0 ../escaped")]
    [InlineData("f 0644 EMPTY 0 /tmp/escaped")]
    [InlineData("f 0644 EMPTY 0 a/../../escaped")]
    [InlineData("f 0644 EMPTY 0 %2e%2e/escaped")]
    [InlineData("f 0644 EMPTY 0 ..%2fescaped")]
    [InlineData("f 0644 EMPTY 0 a%00b")]
    [InlineData("f 0644 EMPTY 0 a//b")]
    [InlineData("f 0644 EMPTY 0 absent/b")]
    [InlineData("f 0644 EMPTY 0 .")]
    [InlineData("s out ..\nf 0644 EMPTY 0 out/escaped")]
    [InlineData("s out ..\nd 0755 out\nf 0644 EMPTY 0 out/escaped")]
    [InlineData("d 0755 out\ns out ..\nf 0644 EMPTY 0 out/escaped")]
    [InlineData("d 0755 a\nd 0755 a")]
    [InlineData("h a /etc/passwd")]
    [InlineData("h a ../secret")]
    [InlineData("s b ../secret\nh a b")]
    [InlineData("h a a")]
    [InlineData("d 0755 b\nh a b")]
    [InlineData("s . ..")]
    [InlineData("d 10755 a")]
    [InlineData("d 0855 a")]
    [InlineData("f 0644 EMPTY -1 a")]
    [InlineData("f 0644 EMPTY 99999999999999999999 a")]
    [InlineData("s a ")]
    [InlineData("c 0644 a")]
    public void A_listing_that_means_something_elsewhere_is_none(string lines)
    {
        string text = $"{Head}{StoreUnderTest.Key}\n{lines.Replace("EMPTY", Empty, StringComparison.Ordinal)}\n";

        OutputListing.Read(Encoding.UTF8.GetBytes(text), StoreUnderTest.Key).Should().BeNull();
    }

    [Fact]
    public void A_listing_of_another_action_is_none()
    {
        byte[] text = Encoding.ASCII.GetBytes($"{Head}{StoreUnderTest.Key}\nd 0755 .\n");

        OutputListing.Read(text, StoreUnderTest.Key).Should().NotBeNull();
        OutputListing.Read(text, ActionKey.Of([])).Should().BeNull();
    }

    [Fact]
    public void Any_bytes_are_read_to_an_end() => Gen.Byte.Array[0, 300].Sample(
        bytes =>
        {
            _ = OutputListing.Read(bytes, StoreUnderTest.Key);
            _ = OutputListing.Read([.. Encoding.ASCII.GetBytes($"{Head}{StoreUnderTest.Key}\n"), .. bytes, (byte)'\n'], StoreUnderTest.Key);
            _ = ActionResult.ReadListing(bytes);
        },
        iter: 20_000);

    [Fact]
    public void Any_lines_are_a_listing_that_stays_inside_or_none()
    {
        string[] words = ["d", "f", "h", "s", "0755", "4755", "..", ".", "a", "a/b", "b", "/", "%2e%2e", "a/..", Empty, "0", "5", "", "%00", "%ff", "a/b/c"];
        Gen.Int[0, words.Length - 1].Array[1, 6].Select(line => string.Join(' ', line.Select(index => words[index]))).Array[0, 8].Sample(
            lines =>
            {
                byte[] text = Encoding.ASCII.GetBytes($"{Head}{StoreUnderTest.Key}\n{string.Concat(lines.Select(line => line + "\n"))}");
                if (OutputListing.Read(text, StoreUnderTest.Key) is not { } listing) return;
                listing.ToBytes().Should().Equal(text, "a listing has one spelling");
                listing.Entries.Select(entry => entry.Path).Should().OnlyHaveUniqueItems();
                foreach (StoredEntry entry in listing.Entries) entry.Path.Text.Split('/').Should().NotContain("..");
            },
            iter: 20_000);
    }

    [Fact]
    public void The_message_is_what_the_language_says()
    {
        var content = new BlobDigest(new string('a', 64), 300);
        var listing = new OutputListing(StoreUnderTest.Key, [new StoredEntry.File(Compiler.Ir.ImagePath.Parse("x"), 0x1ed, content)]);

        byte[] message = ActionResult.Write(listing, new BlobDigest(new string('b', 64), 5));

        // output_files = 2 of path = 1, digest = 2 of hash = 1 and size_bytes = 2, is_executable = 4.
        string b = string.Concat(Enumerable.Repeat("62", 64)), a = string.Concat(Enumerable.Repeat("61", 64));
        string path = Convert.ToHexStringLower(Encoding.ASCII.GetBytes(OutputListing.Name));
        Convert.ToHexStringLower(message).Should().Be($"1254" + $"0a0c{path}" + $"1244" + $"0a40{b}" + "1005" + "124c" + "0a0178" + "1245" + $"0a40{a}" + "10ac02" + "2001");
        ActionResult.ReadListing(message).Should().Be(new BlobDigest(new string('b', 64), 5));
        // What a cache adds, as bazel-remote does with execution_metadata = 9, is passed over.
        ActionResult.ReadListing([.. message, 0x4a, 0x03, 0x0a, 0x01, (byte)'w']).Should().Be(new BlobDigest(new string('b', 64), 5));
    }
}
