using System.Net.Sockets;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>What is found in a search directory, and what is not.</summary>
public sealed class SearchDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    public void Dispose() => top.Dispose();

    [Theory]
    [InlineData("l passwd -> /etc/passwd")]
    [InlineData("l passwd -> ../../../../../../../../../../etc/passwd")]
    [InlineData("l d -> /etc\nl passwd -> d/passwd")]
    [InlineData("l etc -> /\nl passwd -> etc/etc/passwd")]
    [InlineData("d d 0755\nl d/up -> ../..\nl passwd -> d/up/../etc/passwd")]
    public void No_link_leads_out(string listing)
    {
        File.Exists("/etc/passwd").Should().BeTrue();
        Proto(listing).Find(ImagePath.Parse("passwd"), follow: true).Should().BeNull();
    }

    [Theory]
    [InlineData("l d -> /etc", "d/passwd")]
    [InlineData("l d -> ../../../../../../../../etc", "d/passwd")]
    [InlineData("l d -> /", "d/etc/passwd")]
    public void No_directory_leads_out(string listing, string path) =>
        Proto(listing).Find(ImagePath.Parse(path), follow: true).Should().BeNull();

    [Fact]
    public void An_absolute_link_starts_again_at_the_top()
    {
        SearchDirectory proto = Proto("f etc/passwd 0644 ours\nl passwd -> /etc/passwd\nl d -> /etc\n");
        foreach (string path in new[] { "passwd", "d/passwd" })
        {
            ProtoObject found = proto.Find(ImagePath.Parse(path), follow: true)!;
            found.RealPath.Text.Should().Be("etc/passwd");
            found.HostPath.Should().Be(top.At("proto/etc/passwd"));
            found.ThroughLink.Should().BeTrue();
            EscapedUtf8.Decode(found.Content(Checked.Host).ToArray()).Should().Be("ours");
        }
    }

    [Fact]
    public void A_link_itself_is_found_where_it_is_not_followed()
    {
        ProtoObject found = Proto("l l -> gone\n").Find(ImagePath.Parse("l"), follow: false)!;
        (found.Kind, found.Target, found.ThroughLink).Should().Be((FileKind.SymbolicLink, "gone", false));
    }

    [Fact]
    public void The_kinds_of_objects_are_told_apart_without_opening_any()
    {
        SearchDirectory proto = Proto("p pipe\nd dir 0755\nf file 0444 x\nl link -> pipe\n");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(top.At("proto/socket")));
        FileKind Kind(string path, bool follow) => proto.Find(ImagePath.Parse(path), follow)!.Kind;
        Kind("pipe", follow: true).Should().Be(FileKind.Fifo);
        Kind("socket", follow: true).Should().Be(FileKind.Socket);
        Kind("dir", follow: true).Should().Be(FileKind.Directory);
        Kind("file", follow: true).Should().Be(FileKind.Regular);
        Kind("link", follow: true).Should().Be(FileKind.Fifo);
        Kind("link", follow: false).Should().Be(FileKind.SymbolicLink);
    }

    // The devices of the host will do: a search directory may be any directory.
    [Fact]
    public void Devices_are_recognised() => new SearchDirectory(Checked.Host, "dev", "/dev")
        .Find(ImagePath.Parse("null"), follow: true)!.Kind.Should().Be(FileKind.CharacterDevice);

    [Fact]
    public void A_device_a_pipe_and_a_socket_are_findings_and_nothing_waits_for_them()
    {
        Proto("p pipe\n");
        string[] rules = Rules("f null 0444 root bin\nf pipe 0444 root bin\n", ("dev", "/dev"), ("proto", top.At("proto")));
        rules.Should().Equal("MLC3011", "MLC3011");
    }

    [Fact]
    public void A_search_directory_may_itself_be_a_link()
    {
        Proto("f etc/motd 0644 hello\n");
        File.CreateSymbolicLink(top.At("link"), "proto");
        Rules("d . 0755 root root\nd etc 0755 root sys\nf etc/motd 0644 root sys\n", ("link", top.At("link"))).Should().BeEmpty();
    }

    [Fact]
    public void The_first_search_directory_that_has_an_object_wins()
    {
        ProtoListing.Build("l a -> nowhere\nf b 0444 one\n", top.At("one"));
        ProtoListing.Build("f a 0444 two\nf b 0444 two\nf c/d 0444 two\n", top.At("two"));
        ProtoListing.Build("f c 0444 three\nf a 0444 three\n", top.At("three"));
        var search = new SearchPath([.. new[] { "one", "two", "three" }.Select(name => new SearchDirectory(Checked.Host, name, top.At(name)))]);
        string Directories(string path) => string.Join(' ', search.FindAll(ImagePath.Parse(path), follow: true).Select(found => found.Directory));
        Directories("a").Should().Be("two three"); // a link to nowhere is nothing
        Directories("b").Should().Be("one two");
        Directories("c/d").Should().Be("two"); // below a file is nothing
        Directories("c").Should().Be("two three");
    }

    [Fact]
    public void Names_are_in_ordinal_order()
    {
        SearchDirectory proto = Proto("f d/b 0444 x\nf d/a 0444 x\nf d/B 0444 x\nl d/.h -> x\nl e -> d\n");
        proto.Names(ImagePath.Parse("d")).Should().Equal(".h", "B", "a", "b");
        proto.Names(ImagePath.Parse("e")).Should().Equal(".h", "B", "a", "b");
        proto.Names(ImagePath.Root).Should().Equal("d", "e");
        proto.Names(ImagePath.Parse("d/a")).Should().BeEmpty();
        proto.Names(ImagePath.Parse("gone")).Should().BeEmpty();
    }

    [UnprivilegedFact]
    public void What_may_not_be_read_is_said_and_stops_nothing()
    {
        Proto("f secret 0000 x\nf closed/in 0444 x\nf other 0444 x\n");
        File.SetUnixFileMode(top.At("proto/closed"), UnixFileMode.None);
        string manifest = "f secret 0400 root sys\nd closed 0700 root sys\nf closed/in 0400 root sys\nf othre 0444 root sys\n";
        IReadOnlyList<Finding> findings = Unprivileged.Run(() => Judge(manifest, ("proto", top.At("proto"))));
        findings.Select(FindingText.Short).Should().Equal("MLC3012 1:3-9", "MLC7109 1:10-14", "MLC3001 3:3-12", "MLC3001 4:3-8");
        findings[3].Help.Should().Be("did you mean other?");
    }

    [UnprivilegedFact]
    public void Accounts_that_may_not_be_read_are_taken_from_elsewhere()
    {
        Proto("f etc/passwd 0000 admin:x:7:7\nf etc/group 0444 staff::77:\n");
        AccountTables accounts = Unprivileged.Run(() => new SearchPath([new SearchDirectory(Checked.Host, "proto", top.At("proto"))])
            .Accounts(Checked.Host, AccountTables.Base));
        accounts.Owners.Should().BeSameAs(AccountTables.Base.Owners);
        accounts.Groups.Find("staff").Should().Be(77u);
    }

    [Fact]
    public void Accounts_come_from_the_directory_that_wins()
    {
        ProtoListing.Build("f etc/passwd 0444 admin:x:7:7\np etc/group\n", top.At("one"));
        ProtoListing.Build("f etc/passwd 0444 other:x:8:8\nf etc/group 0444 staff::77:\n", top.At("two"));
        string[] rules = Rules(
            "d etc 0755 admin staff\nf etc/passwd 0444 other staff\n", ("one", top.At("one")), ("two", top.At("two")));
        rules.Should().Equal("MLC3006", "MLC2008");
    }

    private SearchDirectory Proto(string listing)
    {
        ProtoListing.Build(listing, top.At("proto"));
        return new SearchDirectory(Checked.Host, "proto", top.At("proto"));
    }

    private static string[] Rules(string manifest, params (string Name, string Path)[] search) =>
        [.. Judge(manifest, search).Select(finding => finding.Rule.Id)];

    private static IReadOnlyList<Finding> Judge(string manifest, params (string Name, string Path)[] search)
    {
        var input = new CompilationInput
        {
            Manifests = [("c", new SourceText("m", manifest))],
            Profile = SmartOs.Profile,
            Search = new SearchPath([.. search.Select(directory => new SearchDirectory(Checked.Host, directory.Name, directory.Path))]),
        };
        return new Policy().Judge(Compilation.Run(input, Checked.Host).Findings).Findings;
    }
}
