using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The four manifests of SmartOS: 25,306 lines, whose faults are known.</summary>
public class RealManifestTests
{
    private static readonly string Corpus = Checkout.Shared("corpus/smartos");

    private static readonly string[] Fragments = ["illumos-extra.manifest", "illumos.manifest", "live.manifest", "man.manifest"];

    [FactNeeding("shared:corpus/smartos")]
    public void Their_known_faults_are_found_and_no_others()
    {
        string[] lines = Mlc.Run(Corpus, ["check", "--no-resolve", "--format", "concise", "--define", "LIBSTDCXXVER=6.0.33", .. Fragments]).Exits(1).Lines;

        Of("MLC2009").Should().ContainSingle().Which.Should().StartWith("illumos.manifest:").And.Contain("'bit'");
        lines.Should().ContainSingle(line => line.Contains("'07555'", StringComparison.Ordinal));
        lines.Should().ContainSingle(line => line.Contains("MLC7106", StringComparison.Ordinal) && line.Contains("'usr/libexec'", StringComparison.Ordinal));
        lines.Count(line => line.Contains("MLC1004", StringComparison.Ordinal) && line.Contains("'044'", StringComparison.Ordinal)).Should().Be(8);
        Of("MLC1004").Should().HaveCount(11);
        Of("MLC1008").Should().HaveCount(10).And.OnlyContain(line => line.Contains("/'", StringComparison.Ordinal));
        Named(Of("MLC2002")).Should().Equal("usr/bin/scp");
        Named(Of("MLC2004")).Should().BeEquivalentTo("lib/svc/manifest/network", "usr/share/bhyve", "usr/share/lib");
        Of("MLC2001").Should().HaveCount(2);
        Named(Of("MLC7001")).Should().BeEquivalentTo("var/lib/sgml/CATALOG.jade_dsl", "var/sadm/softinfo/INST_RELEASE");
        Of("MLC2016").Should().HaveCount(3);
        Of("MLC7003").Should().HaveCount(4);
        Of("MLC7004").Should().HaveCount(1);
        Named(Of("MLC7007")).Should().BeEquivalentTo(
            "usr/gnu/bin/captoinfo", "usr/gnu/bin/infotocap", "usr/gnu/bin/reset", "lib/libzfs_core.so.1", "usr/lib/lwp/amd64/libthread.so.1",
            "usr/lib/lwp/amd64/libthread_db.so.1", "usr/lib/lwp/libthread.so.1", "usr/lib/lwp/libthread_db.so.1");
        Of("MLC7008").Should().HaveCount(11).And.OnlyContain(line => line.Contains("'./", StringComparison.Ordinal));
        Named(Of("MLC7011")).Should().Equal("usr/gnu/lib/amd64");
        Named(Of("MLC7101")).Should().HaveCount(13).And.OnlyContain(path => path.StartsWith("kernel/firmware/iwn/", StringComparison.Ordinal));
        Named(Of("MLC7103")).Should().Equal("usr/bin/amd64/ztest");
        Of("MLC7107").Should().HaveCount(8);
        string[] legitimate = ["MLC1010", "MLC1014", "MLC2010", "MLC2011", "MLC2012", "MLC2018", "MLC7005", "MLC7009", "MLC7010", "MLC7012"];
        legitimate.SelectMany(Of).Should().BeEmpty("usr/bin/[, crt1.o, the mount points and what lies in dev are as they should be");
        foreach (string none in new[] { "MLC2003", "MLC2006", "MLC2007", "MLC2008", "MLC2014", "MLC7002", "MLC1015", "MLC2005", "MLC7104", "MLC7108", "MLC7109" }) Of(none).Should().BeEmpty();
        lines.Should().NotContain(line => line.Contains("'dev/", StringComparison.Ordinal), "what is under dev is there when the system runs");

        string[] Of(string rule) => [.. lines.Where(line => line.Contains($" {rule} ", StringComparison.Ordinal))];
    }

    [FactNeeding("shared:corpus/smartos")]
    public void Who_asks_for_names_that_differ_in_case_only_gets_all_of_them()
    {
        Outcome check = Mlc.Run(Corpus, ["check", "--no-resolve", "--format", "concise", "--define", "LIBSTDCXXVER=6.0.33", "--select", "case-collision", .. Fragments]).Exits(0);

        check.Lines.Count(line => line.Contains(" MLC2010 ", StringComparison.Ordinal)).Should().Be(35);
    }

    [FactNeeding("shared:corpus/smartos")]
    public void Merging_them_gives_what_the_sorter_gives_but_for_ten_slashes()
    {
        using TemporaryFolder here = new();
        string sorted = Sorter(Fragments.Select(fragment => File.ReadAllText(Path.Combine(Corpus, fragment)).Replace("$LIBSTDCXXVER", "6.0.33", StringComparison.Ordinal)), out int slashes);

        Outcome merge = Mlc.Run(Corpus, ["merge", "--compat", "--define", "LIBSTDCXXVER=6.0.33", "-o", here.At("manifest.gen"), .. Fragments]).Exits(0);

        slashes.Should().Be(10);
        merge.Said.Should().Contain("4 warnings");
        File.ReadAllText(here.At("manifest.gen")).Should().Be(sorted);
    }

    [FactNeeding("shared:corpus/smartos")]
    public void Their_conflicts_stop_a_merge_that_is_not_told_otherwise()
    {
        using TemporaryFolder here = new();

        Outcome merge = Mlc.Run(Corpus, ["merge", "--define", "LIBSTDCXXVER=6.0.33", "-o", here.At("manifest.gen"), .. Fragments]).Exits(1);

        merge.Errors.Should().Contain("4 errors").And.Contain("'usr/bin/scp'");
        merge.Output.Should().BeEmpty("the manifest goes there");
        here.Listing().Should().BeEmpty();
    }

    /// <summary>
    /// What today's sorter does: blank lines and comments go, both ends are stripped, the key is the second word as written,
    /// the last line of a key wins, the order is that of code points. Trailing slashes of paths are taken off, which it does not do.
    /// </summary>
    private static string Sorter(IEnumerable<string> fragments, out int slashes)
    {
        slashes = 0;
        SortedDictionary<string, string> lines = new(StringComparer.Ordinal);
        foreach (string line in fragments.SelectMany(text => text.Split('\n')).Select(line => line.Trim()))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            string key = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1];
            string normal = key.TrimEnd('/');
            if (normal.Length < key.Length) slashes++;
            lines[normal] = line.Replace(key + " ", normal + " ", StringComparison.Ordinal);
        }
        return lines.Values.Aggregate(new StringBuilder(), (text, line) => text.Append(line).Append('\n')).ToString();
    }

    private static string[] Named(string[] findings) => [.. findings.Select(line => line.Split('\'')[1])];
}
