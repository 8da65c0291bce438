using System.Text;
using CsCheck;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Listing;

namespace ManifestLinker.Runtime.Tests.Store;

public class ListingTests
{
    private static readonly ActionKey Key = StoreFixture.Key("a");

    private static readonly string Hex = new('0', 64);

    [Fact]
    public void A_listing_is_a_text()
    {
        using StoreFixture here = new();
        here.Folder.Write("made/a b", "");
        File.CreateSymbolicLink(here.At("made/link"), "../%");
        File.SetUnixFileMode(here.At("made"), (UnixFileMode)0x1ed);
        File.SetUnixFileMode(here.At("made/a b"), (UnixFileMode)0x1a4);

        OutputListing listing = OutputScan.Of(Key, here.At("made"), StoreFixture.Host, default).Listing;

        Encoding.ASCII.GetString(listing.ToBytes()).Should().Be($"""
            mlc.outputs/1 {Key}
            d 0755 .
            f 0644 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 a%20b
            s link ../%25

            """);
        OutputListing.Read(listing.ToBytes(), Key)!.Entries.Should().Equal(listing.Entries);
    }

    [Theory]
    [InlineData("f 0644 HEX 0 ../x")]
    [InlineData("f 0644 HEX 0 /etc/passwd")]
    [InlineData("f 0644 HEX 0 a/../../x")]
    [InlineData("f 0644 HEX 0 a/b")]
    [InlineData("f 0644 HEX 0 %2e%2e/x")]
    [InlineData("f 0644 HEX 0 x%00")]
    [InlineData("f 0644 HEX 0 .")]
    [InlineData("s a ..\nf 0644 HEX 0 a/b")]
    [InlineData("f 0644 HEX 0 a\nf 0644 HEX 0 a")]
    [InlineData("h a b")]
    [InlineData("h a ../../etc/passwd")]
    [InlineData("f 9999 HEX 0 a")]
    [InlineData("f 0644 HEX -1 a")]
    [InlineData("f 0644 HEX 99999999999999999999 a")]
    [InlineData("s a %")]
    [InlineData("x 0644 a")]
    [InlineData("")]
    public void One_that_would_reach_outside_or_says_nonsense_is_none(string lines)
    {
        string text = $"mlc.outputs/1 {Key}\nd 0755 .\n{lines.Replace("HEX", Hex, StringComparison.Ordinal)}\n";

        OutputListing.Read(Encoding.ASCII.GetBytes(text), Key).Should().BeNull();
    }

    [Fact]
    public void One_of_another_action_is_none()
    {
        byte[] bytes = new OutputListing(StoreFixture.Key("b"), []).ToBytes();

        OutputListing.Read(bytes, Key).Should().BeNull();
    }

    [Fact]
    public void Any_bytes_are_read_to_an_end()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            _ = ActionResult.ReadListing(bytes);
            _ = OutputListing.Read(bytes, Key);
        });
        byte[] good = ActionResult.Write(new OutputListing(Key, [new StoredEntry.File(Compiler.Ir.ImagePath.Parse("a"), 0x1ed, new BlobDigest(Hex, 3))]), new BlobDigest(Hex, 7));
        ActionResult.ReadListing(good).Should().Be(new BlobDigest(Hex, 7));
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte).Sample(change =>
        {
            byte[] damaged = [.. good];
            damaged[change.Item1] = change.Item2;
            _ = ActionResult.ReadListing(damaged);
        });
    }

    // protoc --decode=build.bazel.remote.execution.v2.ActionResult shows the same of these bytes.
    [Fact]
    public void The_message_is_that_of_the_remote_execution_api()
    {
        byte[] message = ActionResult.Write(new OutputListing(Key, [new StoredEntry.File(Compiler.Ir.ImagePath.Parse("bin/x"), 0x1ed, new BlobDigest(Hex, 300))]), new BlobDigest(Hex, 0));

        string zeros = string.Concat(Enumerable.Repeat("30", 64));
        Convert.ToHexStringLower(message).Should().Be(
            "1252" + "0a0c" + Convert.ToHexStringLower("\u002emlc/outputs"u8) + "1242" + "0a40" + zeros
            + "1250" + "0a05" + Convert.ToHexStringLower("bin/x"u8) + "1245" + "0a40" + zeros + "10ac02" + "2001");
    }
}
