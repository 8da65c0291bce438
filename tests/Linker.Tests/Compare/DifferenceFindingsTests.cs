using System.IO.Compression;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Compare;

namespace ManifestLinker.Linker.Tests.Compare;

/// <summary>What the rules say of differences: each rule where it speaks, and where it must not.</summary>
public class DifferenceFindingsTests
{
    private const string Library = "e usr/lib/libfoo.so.1 0755 0 2 soname=libfoo.so.1 defines=FOO_1.1 defines=SUNWprivate_1.1 export=foo_open export=foo_close export=foo_own@SUNWprivate_1.1 needed=libc.so.1";

    [Theory]
    // Gone and new.
    [InlineData("f usr/bin/a 0555 0 2 text=a", "", "Warning MLC9101 file 'usr/bin/a' is gone")]
    [InlineData("d var/empty 0755 0 3", "d var 0755 0 0", "Warning MLC9101 directory 'var/empty' is gone")]
    [InlineData("f opt/x/a 0555 0 2 text=a", "d opt 0755 0 0", "Warning MLC9101 file 'opt/x/a' is gone")]
    [InlineData("", "s usr/bin/a -> b", "Info MLC9102 symbolic link 'usr/bin/a' is new")]
    [InlineData("f a 0444 0 0 text=same", "f b 0444 0 0 text=same", "Warning MLC9101 file 'a' is gone; its content is new at 'b'\nInfo MLC9102 file 'b' is new; its content was at 'a'")]
    [InlineData(Library, "", "Error MLC9101 file 'usr/lib/libfoo.so.1' is gone, and nothing is called 'libfoo.so.1' any more")]
    [InlineData(Library, "e lib/libfoo.so.1 0755 0 2 soname=libfoo.so.1", "Info MLC9102 file 'lib/libfoo.so.1' is new\nWarning MLC9101 file 'usr/lib/libfoo.so.1' is gone")]
    [InlineData(Library, "e lib/libfoo.so.1 0755 0 2 32 soname=libfoo.so.1", "Info MLC9102 file 'lib/libfoo.so.1' is new\nError MLC9101 file 'usr/lib/libfoo.so.1' is gone, and nothing is called 'libfoo.so.1' any more")]
    // Modes and owners.
    [InlineData("f usr/bin/a 0555 0 2", "f usr/bin/a 4555 0 2", "Error MLC9103 set-id bits of file 'usr/bin/a' changed: it is 4555 0:2, and was 0555 0:2")]
    [InlineData("f usr/bin/a 4555 0 2", "f usr/bin/a 0555 0 2", "Error MLC9103 set-id bits of file 'usr/bin/a' changed: it is 0555 0:2, and was 4555 0:2")]
    [InlineData("f usr/bin/a 2555 0 2", "f usr/bin/a 2555 0 3", "Error MLC9103 set-id bits of file 'usr/bin/a' changed: it is 2555 0:3, and was 2555 0:2")]
    [InlineData("f usr/bin/a 2555 0 2", "f usr/bin/a 2555 1 2", "Warning MLC9104 file 'usr/bin/a' changed: owner 0 to 1")]
    [InlineData("", "f usr/bin/a 4555 0 2", "Error MLC9103 new file 'usr/bin/a' is set-id: 4555 0:2\nInfo MLC9102 file 'usr/bin/a' is new")]
    [InlineData("f etc/a 0400 0 3", "f etc/a 0444 1 4", "Warning MLC9104 file 'etc/a' changed: mode 0400 to 0444, owner 0 to 1, group 3 to 4")]
    [InlineData("d tmp 1777 0 3", "d tmp 0777 0 3", "Warning MLC9104 directory 'tmp' changed: mode 1777 to 0777")]
    [InlineData("f a 0444 0 0 text=x\nh b = a", "f a 0444 0 0 text=x\nf b 0444 0 0 text=x", "Warning MLC9104 file 'b' is no other name of 'a' any more, but a file of its own")]
    [InlineData("f a 0444 0 0 text=x\nf b 0444 0 0 text=x", "f a 0444 0 0 text=x\nh b = a", "Warning MLC9104 file 'b' is another name of 'a' now, and was a file of its own")]
    // Types, devices, links.
    [InlineData("f a 0444 0 0", "s a -> b", "Warning MLC9105 'a' was a file, and is a symbolic link now")]
    [InlineData("c dev/a 0666 0 3 13,2", "c dev/a 0666 0 3 13,3", "Warning MLC9105 character device 'dev/a' was device 13,2, and is 13,3 now")]
    [InlineData("f b 0444 0 0\nf c 0444 0 0\ns a -> b", "f b 0444 0 0\nf c 0444 0 0\ns a -> c", "Info MLC9105 symbolic link 'a' leads to 'c' now, and led to 'b'")]
    [InlineData("f b 0444 0 0\ns a -> b", "f b 0444 0 0\ns a -> d", "Warning MLC9105 symbolic link 'a' leads to 'd' now, and led to 'b'")]
    [InlineData("f u/b 0444 0 0\ns u/a -> b", "f u/b 0444 0 0\ns u/a -> /u/b", "Info MLC9110 symbolic link 'u/a' is functionally equal: its target is spelled '/u/b', and was spelled 'b'")]
    // Sizes.
    [InlineData("f a 0444 0 0 size=400000", "f a 0444 0 0 size=500001", "Warning MLC9106 file 'a' grew from 400000 to 500001 bytes (+25 %); the limit is 25 %\nWarning MLC9106 the files of the image grew from 400000 to 500001 bytes (+25 %); the limit is 5 %")]
    [InlineData("f a 0444 0 0 size=4000000", "f a 0444 0 0 size=4100000", "")]
    [InlineData("f a 0444 0 0 size=10", "f a 0444 0 0 size=60000", "")]
    // Configuration.
    [InlineData("f etc/a 0644 0 3 text=a", "f etc/a 0644 0 3 text=b", "Info MLC9111 configuration file 'etc/a' has another content")]
    [InlineData("f etc/a 0444 0 3 text=a", "f etc/a 0444 0 3 text=b", "")]
    [InlineData("f usr/a 0644 0 3 text=a", "f usr/a 0644 0 3 text=b", "")]
    // Times.
    [InlineData("f a 0444 0 0 mtime=1\nd b 0755 0 0 mtime=1", "f a 0444 0 0 mtime=2\nd b 0755 0 0 mtime=2", "Info MLC9110 2 objects differ in the time of modification alone")]
    public void Every_difference_is_told_by_one_rule(string old, string now, string expected) => Told(old, now).Should().Be(expected);

    [Theory]
    [InlineData(" export=foo_close", "", "Error MLC9107 library 'usr/lib/libfoo.so.1' exports symbols no more: foo_close")]
    [InlineData(" export=foo_own@SUNWprivate_1.1", "", "Info MLC9107 library 'usr/lib/libfoo.so.1' exports private symbols no more: foo_own")]
    [InlineData(" defines=FOO_1.1", "", "Error MLC9107 library 'usr/lib/libfoo.so.1' defines the version 'FOO_1.1' no more")]
    [InlineData(" defines=SUNWprivate_1.1 export=foo_open export=foo_close export=foo_own@SUNWprivate_1.1", " export=foo_open export=foo_close export=foo_own", "Info MLC9107 library 'usr/lib/libfoo.so.1' defines the version 'SUNWprivate_1.1' no more")]
    [InlineData(" soname=libfoo.so.1", " soname=libfoo.so.2", "")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 needed=libz.so.1", "Info MLC9108 object 'usr/lib/libfoo.so.1' needs 'libz.so.1' now")]
    [InlineData(" needed=libc.so.1", " needed=libz.so.1", "Info MLC9108 object 'usr/lib/libfoo.so.1' needs 'libz.so.1' now, 'libc.so.1' no more")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 runpath=/opt/lib", "Info MLC9109 object 'usr/lib/libfoo.so.1' has the runpath '/opt/lib' now, and had ''")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 debugtext=built-on-monday", "Info MLC9110 file 'usr/lib/libfoo.so.1' is functionally equal: it differs in what is not loaded: build ids, comments, debugging information")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 section=.comment", "Info MLC9110 file 'usr/lib/libfoo.so.1' is functionally equal: it differs in what is not loaded: build ids, comments, debugging information")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 text=another-constant", "")]
    [InlineData(" needed=libc.so.1", " needed=libc.so.1 export=foo_more", "")]
    public void What_an_object_offers_and_wants_is_compared(string was, string isNow, string expected)
    {
        Library.Should().Contain(was);
        string told = Told(Library, Library.Replace(was, isNow, StringComparison.Ordinal));
        // Another symbol or version makes other tables; what is told besides is another test's.
        told.Should().Be(expected);
    }

    [Theory]
    [InlineData("s usr/lib/libfoo.so.1 -> libfoo.so.1.5", "s usr/lib/libfoo.so.2 -> libfoo.so.1.5", "Error MLC9101 symbolic link 'usr/lib/libfoo.so.1' is gone, and nothing is called 'libfoo.so.1' any more")]
    [InlineData("s usr/lib/libfoo.so -> libfoo.so.1.5\ns usr/lib/libfoo.so.1 -> libfoo.so.1.5", "s usr/lib/libfoo.so.1 -> libfoo.so.1.5", "Warning MLC9101 symbolic link 'usr/lib/libfoo.so' is gone")]
    public void A_link_with_the_name_that_programs_ask_for_is_as_good_as_the_library(string old, string now, string expected)
    {
        string library = Library.Replace("/libfoo.so.1 ", "/libfoo.so.1.5 ", StringComparison.Ordinal) + "\n";
        Told(library + old, library + now).Split('\n').Should().Contain(expected);
    }

    [Theory]
    [InlineData("the same", ContentNature.Noise)]
    [InlineData("another", ContentNature.Different)]
    public void Compressed_files_are_compared_by_what_is_inside(string inside, ContentNature expected)
    {
        FileTree old = Tar.SmallTree.Of(Packed("the same", CompressionLevel.NoCompression));
        FileTree now = Tar.SmallTree.Of(Packed(inside, CompressionLevel.SmallestSize));
        TreeComparison.Compare(old, now, Options, _ => { }, default).Changes.Should().ContainSingle().Which.Content!.Nature.Should().Be(expected);
    }

    private static TreeEntry Packed(string text, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level, leaveOpen: true)) gzip.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return new TreeEntry(Compiler.Ir.ImagePath.Parse("a.gz"), NewInode.File(0x124, 0, new Compiler.Bytes.MemoryBytes(packed.ToArray())));
    }

    [Fact]
    public void Owners_are_left_out_where_they_say_nothing()
    {
        FileTree old = ImageListing.Parse("f a 0444 0 0 text=x");
        FileTree now = ImageListing.Parse("f a 0444 1000 1000 text=x");
        TreeComparison.Compare(old, now, Options with { Owners = false }, _ => { }, default).IsNone.Should().BeTrue();
    }

    [Fact]
    public void What_follows_from_the_rest_is_no_change_of_its_own()
    {
        FileTree old = ImageListing.Parse("f usr/share/smartos/manifest 0644 0 0 text=a");
        FileTree now = ImageListing.Parse("f usr/share/smartos/manifest 0644 0 0 text=b");
        TreeDifference difference = TreeComparison.Compare(old, now, Options with { Derived = [SmartOs.Profile.ShippedManifest] }, _ => { }, default);
        difference.IsNoise.Should().BeTrue();
        difference.IsNone.Should().BeFalse();
    }

    [Fact]
    public void No_two_findings_have_one_name()
    {
        const string Old = "f a 4555 0 0 text=a\nf etc/b 0644 0 0 text=b\nd c 0755 0 0\n" + Library;
        string now = "s a -> etc/b\nf etc/b 2755 1 1 size=1000000\nf d 4755 0 0\n" + Library.Replace(" defines=FOO_1.1 defines=SUNWprivate_1.1 export=foo_open export=foo_close export=foo_own@SUNWprivate_1.1", " runpath=/x", StringComparison.Ordinal);
        Finding[] findings = [.. Find(Old, now)];
        findings.Length.Should().BeGreaterThan(8);
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
        findings.Should().OnlyContain(finding => !char.IsUpper(finding.Message[0]) && !finding.Message.EndsWith('.') && !finding.Message.Contains('\n'));
    }

    private static readonly ComparisonOptions Options = new() { Spool = () => new MemoryStream() };

    private static string Told(string old, string now) => string.Join('\n', Find(old, now).Select(finding => $"{finding.Severity} {finding.Rule.Id} {finding.Message}"));

    private static IEnumerable<Finding> Find(string old, string now)
    {
        // The parents of what a case is about are no news.
        const string Frame = "d usr/bin 0755 0 0\nd usr/lib 0755 0 0\nd lib 0755 0 0\nf frame 0444 0 0\n";
        TreeDifference difference = TreeComparison.Compare(ImageListing.Parse(Frame + old), ImageListing.Parse(Frame + now), Options, _ => { }, default);
        return DifferenceFindings.Of(difference, new JudgedDifference
        {
            Profile = SmartOs.Profile,
            MostFileGrowth = GrowthLimit.Parse("25%")!.Value,
            MostImageGrowth = GrowthLimit.Parse("5%")!.Value,
        });
    }
}
