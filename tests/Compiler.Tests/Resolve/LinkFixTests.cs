using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>
/// A safe fix of a link changes how it says where it leads, and never where that is: for itself, for links that pass through it,
/// and for its hard links. The second implementation of the walk is the judge.
/// </summary>
public sealed class LinkFixTests
{
    private static readonly string[] SafeRules = ["MLC7007", "MLC7008", "MLC7009"];

    // Of two links on a tree some are twins: the same object under a second name, which may lie in another directory.
    private static readonly Gen<string> AnyManifest = Gen.Select(
        RandomLinkTree.Any, Gen.Select(Gen.Int[0, 13], Gen.OneOf("a", "b", "c", "t", "a/t", "b/t")).Array[0, 2], Manifest);

    [Fact]
    public void No_safe_fix_changes_where_a_link_leads()
    {
        var fixedByRule = new Dictionary<string, int>();
        AnyManifest.Sample(
            manifest =>
            {
                Dictionary<string, string> before = Ends(manifest);
                foreach (Finding finding in Fixable(manifest))
                {
                    string after = Apply(manifest, finding.Fixes.Should().ContainSingle().Subject);
                    Ends(after).Should().BeEquivalentTo(before, "{0} of {1} in\n{2}", finding.Rule, finding.Subject, manifest);
                    Checked.Findings(after).Should().NotContain(
                        again => again.Rule == finding.Rule && again.Subject!.Path == finding.Subject!.Path, "{0} is mended in\n{1}", finding.Message, after);
                    lock (fixedByRule) fixedByRule[finding.Rule.Id] = fixedByRule.GetValueOrDefault(finding.Rule.Id) + 1;
                }
            },
            iter: 3000);
        fixedByRule.Keys.Should().BeEquivalentTo(SafeRules, "each of them must have been tried");
        fixedByRule.Values.Should().OnlyContain(count => count > 20);
    }

    [Fact]
    public void Fixes_upon_fixes_come_to_an_end_and_change_nothing() => AnyManifest.Sample(
        manifest =>
        {
            Dictionary<string, string> before = Ends(manifest);
            string after = manifest;
            for (int round = 0; Fixable(after).FirstOrDefault() is { } finding; round++)
            {
                round.Should().BeLessThan(60, manifest);
                after = Apply(after, finding.Fixes[0]);
            }
            Ends(after).Should().BeEquivalentTo(before, manifest);
        },
        iter: 500);

    [Theory]
    [InlineData("d a 0755 root bin\nf a/x 0444 root bin\ns a/l=./x\nh l=a/l\n")] // the twin l would lead to x
    [InlineData("f x 0444 root bin\ns l=./x\ns l=./x\n")] // the two lines would contradict each other
    [InlineData("f x=y 0444 root bin\ns m=x=y\ns n=m\n")]
    [InlineData("f x$y 0444 root bin\ns l=./x$y\n")]
    [InlineData("d a 0755 root bin\nd a/b 0755 root bin\nf a/x 0444 root bin\nf x 0444 root bin\ns c=a/b\ns c/l=.././x\n")] // c/l lies in a/b
    public void Where_more_would_change_there_is_no_fix(string manifest) => Fixable(manifest).Should().BeEmpty();

    [Theory]
    [InlineData("s etc/l=./mail/aliases", "s etc/l=mail/aliases")]
    [InlineData("s etc/l=mail//aliases", "s etc/l=mail/aliases")]
    [InlineData("s etc/l=mail/../mail/./aliases", "s etc/l=mail/aliases")]
    [InlineData("s l=etc/first", "s l=etc/mail/aliases")]
    [InlineData("s etc/mail/l=../first", "s etc/mail/l=aliases")]
    [InlineData("s l=post/../first", "s l=etc/first")]
    [InlineData("s etc/l=../post/..", "s etc/l=.")]
    public void A_fix_writes_the_shortest_text(string line, string mended)
    {
        string manifest = $"d etc 0755 root sys\nd etc/mail 0755 root mail\nf etc/mail/aliases 0644 root bin\ns etc/first=mail/aliases\ns post=etc/mail\n{line}\n";
        Finding finding = Fixable(manifest).First(found => found.Location!.Line == 6 && (found.Rule.Id != "MLC7007" || !line.Contains("post")));
        finding.Fixes[0].Safety.Should().Be(FixSafety.Safe);
        Apply(manifest, finding.Fixes[0]).Should().Be(manifest.Replace(line, mended));
    }

    private static IEnumerable<Finding> Fixable(string manifest) =>
        Checked.Findings(manifest).Where(finding => SafeRules.Contains(finding.Rule.Id) && finding.Fixes.Count > 0);

    private static string Apply(string manifest, Fix fix) => fix.Edits.OrderByDescending(edit => edit.Start)
        .Aggregate(manifest, (text, edit) => text[..edit.Start] + edit.Replacement + text[edit.End..]);

    // Where each link of the union ends. What is cut short by the limit of the kernel may well arrive when the way is shorter.
    private static Dictionary<string, string> Ends(string manifest)
    {
        IReadOnlyList<Entry> entries = Checked.Compile(manifest).Union.Entries;
        var texts = entries.OfType<SymlinkEntry>().ToDictionary(link => link.Path.Text, link => link.Target);
        var tree = new SortedDictionary<string, string?>(StringComparer.Ordinal) { [""] = null };
        foreach (Entry entry in entries)
        {
            for (ImagePath parent = entry.Path.Parent; !parent.IsRoot; parent = parent.Parent) tree.TryAdd(parent.Text, null);
            tree[entry.Path.Text] = entry switch
            {
                DirectoryEntry => null,
                SymlinkEntry link => link.Target,
                HardLinkEntry hard => texts.GetValueOrDefault(hard.Existing.Text, ""),
                _ => "",
            };
        }
        return tree.Where(pair => !string.IsNullOrEmpty(pair.Value)).ToDictionary(
            pair => pair.Key, pair => ReferenceWalk.Follow(tree, "", pair.Key, 20 * PathWalker.MaxLinks));
    }

    private static string Manifest(RandomLinkTree tree, (int Of, string Path)[] twins)
    {
        List<string> lines = [.. tree.Objects.Where(pair => pair.Key.Length > 0).Select(pair => pair.Value switch
        {
            null => $"d {pair.Key} 0755 root bin",
            "" => $"f {pair.Key} 0444 root bin",
            string target => $"s {pair.Key}={target}",
        })];
        string[] links = [.. tree.Objects.Where(pair => !string.IsNullOrEmpty(pair.Value)).Select(pair => pair.Key)];
        foreach ((int of, string path) in twins)
        {
            string parent = ImagePath.Parse(path).Parent.Text;
            bool free = !tree.Objects.ContainsKey(path) && tree.Objects.TryGetValue(parent, out string? what) && what is null;
            if (free && links.Length > 0 && !lines.Any(line => line.StartsWith($"h {path}="))) lines.Add($"h {path}={links[of % links.Length]}");
        }
        return string.Concat(lines.Select(line => line + "\n"));
    }
}
