using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Fixing;

/// <summary>The four manifests of SmartOS in their canonical form say what they said.</summary>
public class FormattedCorpusTests
{
    private static readonly string[] Fragments = ["illumos-extra.manifest", "illumos.manifest", "live.manifest", "man.manifest"];

    [FactNeeding("shared:corpus/smartos")]
    public void They_merge_to_the_same_and_format_to_themselves()
    {
        using TemporaryFolder here = new();
        foreach (string fragment in Fragments) here.Write(fragment, File.ReadAllBytes(Path.Combine(Checkout.Shared("corpus/smartos"), fragment)));
        byte[] before = Merged(here);

        Mlc.Run(here.Path, ["fmt", .. Fragments]).Exits(0).Output.Should().Be("4 files formatted, 0 unchanged\n");

        Merged(here).Should().Equal(before);
        Mlc.Run(here.Path, ["fmt", "--check", .. Fragments]).Exits(0).Said.Should().BeEmpty();
    }

    // Its first comment asks for the order of LC_ALL=C sort -u -k2.
    [FactNeeding("shared:corpus/smartos", "sort")]
    public void What_sort_finds_in_order_stays_in_order()
    {
        using TemporaryFolder here = new();
        string[] entries = [.. File.ReadAllLines(Path.Combine(Checkout.Shared("corpus/smartos"), "illumos.manifest")).Where(line => line.Length > 0 && line[0] != '#')];
        here.Write("entries", string.Concat(entries.Select(line => line + "\n")));

        byte[] sorted = ForeignTool.RunIn(here.Path, "sort", "-s", "-k2", "entries").Bytes;
        here.Write("sorted", sorted);

        Mlc.Run(here.Path, "fmt", "--check", "sorted").Exits(0);
        Mlc.Run(here.Path, "fmt", "entries").Exits(0);
        File.ReadAllBytes(here.At("entries")).Should().Equal(sorted);
    }

    private static byte[] Merged(TemporaryFolder here)
    {
        Mlc.Run(here.Path, ["merge", "--compat", "--define", "LIBSTDCXXVER=6.0.33", "-o", "merged", .. Fragments]).Exits(0);
        byte[] merged = File.ReadAllBytes(here.At("merged"));
        File.Delete(here.At("merged"));
        return merged;
    }
}
