using CsCheck;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tests.Fixes;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>A link whose text is written anew leads where it led.</summary>
public sealed class LinkRewritingTests
{
    private static readonly Gen<string> Name = Gen.OneOf("a", "b", "c", "..", ".", "");

    private static readonly Gen<string> Target = Gen.Select(Gen.OneOf("/", "", "../../", "../../../../"), Name.Array[0, 5]).Select((start, names) => start + string.Join('/', names));

    private static readonly Gen<string> Path = Gen.OneOf("a", "b", "c").Array[1, 3].Select(names => string.Join('/', names));

    private static readonly Gen<string> Line = Gen.OneOf(
        Path.Select(path => $"d {path} 0755 root bin"),
        Path.Select(path => $"f {path} 0644 root bin"),
        Gen.Select(Path, Target.Where(target => target.Length > 0)).Select((path, target) => $"s {path}={target}"),
        Gen.Select(Path, Path).Select((path, target) => $"h {path}={target}"));

    [Fact]
    public void Every_symbolic_link_leads_where_it_led() => Line.Array[1, 12].Sample(lines =>
    {
        Compilation before = Mending.Check(Mending.Sources(Text(lines))).Compilation;
        Mended mended = Mending.MendOnly(Mending.Sources(Text(lines)), AbsoluteSymlink.Rule, SymlinkEscapesRoot.Rule);
        var image = new ImageNamespace(before.Union, Checked.BareProfile);
        var imageNow = new ImageNamespace(mended.Last.Compilation.Union, Checked.BareProfile);
        foreach (SymlinkEntry link in before.Union.Entries.OfType<SymlinkEntry>())
        {
            Entry now = mended.Last.Compilation.Union.Find(link.Path)!;
            Walk led = image.Follow(link);
            Walk leads = imageNow.Follow((SymlinkEntry)now);
            ((leads.End, leads.Path, leads.IsDirectory) == (led.End, led.Path, led.IsDirectory)).Should().BeTrue("{0} became {1}", link, now);
        }
    }, iter: ManifestSoup.Iterations(2000));

    [Theory]
    [InlineData("d usr 0755 root sys\nd usr/bin 0755 root bin\nf usr/x 0555 root bin\ns usr/bin/p=/usr/x\n", "s usr/bin/p=../x\n")]
    [InlineData("d a 0755 root sys\ns a/b=/\n", "s a/b=..\n")]
    [InlineData("s a=/\n", "s a=.\n")]
    [InlineData("d a 0755 root sys\nd a/c 0755 root sys\ns a/b=/a/c/\n", "s a/b=c/\n")]
    [InlineData("d a 0755 root sys\nf x 0644 root bin\ns a/b=../../x\n", "s a/b=../x\n")]
    [InlineData("f x 0644 root bin\ns b=.././/../x\n", "s b=x\n")]
    // The other name of it lies in another directory.
    [InlineData("d a 0755 root sys\nf x 0644 root bin\ns a/b=/x\nh c=a/b\n", "s a/b=/x\n")]
    // It lies below a link, where .. is not what it seems.
    [InlineData("d a 0755 root sys\nd a/d 0755 root sys\nf x 0644 root bin\ns l=a/d\ns l/b=/x\n", "s l/b=/x\n")]
    public void A_text_is_rewritten_where_that_is_certain(string text, string line) => Mending.Mend(text).Should().Contain(line);

    private static string Text(string[] lines) => string.Concat(lines.DistinctBy(line => line.Split(' ', '=')[1]).Select(line => line + "\n"));
}
