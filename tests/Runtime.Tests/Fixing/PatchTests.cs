using CsCheck;
using ManifestLinker.Runtime.Diffs;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Fixing;

/// <summary>What is shown as a difference, the programs of others apply.</summary>
public class PatchTests
{
    private static readonly Gen<string> Line = Gen.OneOf("a\n", "b\n", "c\n", "d\r\n", "\n", "- e\n", "+ f\n", "\\ g\n", "--- h\n", "@@ -1 +1 @@\n", " i\n");

    private static readonly Gen<(string Before, string After)> Texts = Gen.Select(
        Line.Array[0, 30], Gen.Select(Gen.Int[0, 30], Gen.Int[0, 3], Line.Array[0, 3]).Array[0, 4], Gen.Bool, Gen.Bool).Select((lines, edits, cut, cutAfter) =>
    {
        List<string> after = [.. lines];
        foreach ((int at, int count, string[] added) in edits)
        {
            int start = Math.Min(at, after.Count);
            after.RemoveRange(start, Math.Min(count, after.Count - start));
            after.InsertRange(start, added);
        }
        return (Ended(lines, cut), Ended(after, cutAfter));
    });

    [FactNeeding("patch")]
    public void Patch_makes_the_one_file_of_the_other()
    {
        using TemporaryFolder here = new();
        Texts.Sample(texts =>
        {
            here.Write("m", texts.Before);
            string diff = UnifiedDiff.Between("m", texts.Before, texts.After);
            (diff.Length == 0).Should().Be(texts.Before == texts.After);
            if (diff.Length == 0) return;
            here.Write("p", diff);
            ForeignTool.RunIn(here.Path, "patch", "-p1", "--binary", "-s", "-i", "p");
            // An empty file is none to patch.
            (File.Exists(here.At("m")) ? File.ReadAllText(here.At("m")) : "").Should().Be(texts.After, diff);
        }, iter: 150, threads: 1);
    }

    [FactNeeding("git")]
    public void So_does_git()
    {
        using TemporaryFolder here = new();
        ForeignTool.RunIn(here.Path, "git", "init", "-q");
        // Of an empty file git would have to be told whether it is there.
        Texts.Where(texts => texts.Before.Length > 0 && texts.After.Length > 0 && texts.Before != texts.After).Sample(texts =>
        {
            here.Write("m", texts.Before);
            here.Write("p", UnifiedDiff.Between("m", texts.Before, texts.After));
            ForeignTool.RunIn(here.Path, "git", "apply", "--whitespace=nowarn", "p");
            File.ReadAllText(here.At("m")).Should().Be(texts.After);
        }, iter: 100, threads: 1);
    }

    [FactNeeding("git", "patch")]
    public void Names_that_need_quotes_are_understood()
    {
        foreach (string name in new[] { "a b", "a\tb", "a\"b", "a\\b", "sub/m", "\u00e9" })
        {
            foreach (string[] command in new[] { new[] { "git", "apply", "p" }, ["patch", "-p1", "-s", "-i", "p"] })
            {
                using TemporaryFolder here = new();
                ForeignTool.RunIn(here.Path, "git", "init", "-q");
                here.Write(name, "one\ntwo\n");
                here.Write("p", UnifiedDiff.Between(name, "one\ntwo\n", "one\nTWO\n"));
                ForeignTool.RunIn(here.Path, command[0], command[1..]);
                File.ReadAllText(here.At(name)).Should().Be("one\nTWO\n", $"{command[0]} {name}");
            }
        }
    }

    [FactNeeding("patch")]
    public void A_difference_of_check_makes_what_a_fix_makes()
    {
        using TemporaryFolder here = new();
        byte[] manifest = [.. " f /usr/bin/x 0555 root bin # why \r\ns a=/usr/bin/x\nf usr/"u8, 0xff, .. " 0644 root bin\nd usr//bin/ 0755 root bin"u8];
        here.Write("one/m", manifest);
        here.Write("two/m", manifest);

        here.Write("p", Mlc.Run(here.At("one"), "check", "--diff", "m").Exits(1).Bytes);
        ForeignTool.RunIn(here.At("one"), "patch", "-p1", "--binary", "-s", "-i", "../p");
        Mlc.Run(here.At("two"), "check", "--fix", "m");

        File.ReadAllBytes(here.At("one/m")).Should().Equal(File.ReadAllBytes(here.At("two/m"))).And.NotEqual(manifest);
    }

    [Fact]
    public void A_large_difference_takes_no_time()
    {
        string[] lines = [.. Enumerable.Range(0, 50_000).Select(n => $"f usr/{n * 7919L % 50_000} 0644 root bin\n")];
        string sorted = string.Concat(lines.Order(StringComparer.Ordinal));

        UnifiedDiff.Between("m", string.Concat(lines), sorted).Should().StartWith("--- a/m\n+++ b/m\n@@ -1,");
    }

    private static string Ended(IEnumerable<string> lines, bool cut)
    {
        string text = string.Concat(lines);
        return cut && text.EndsWith('\n') ? text[..^1] : text;
    }
}
