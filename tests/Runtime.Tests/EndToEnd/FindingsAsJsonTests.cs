using System.Text.Json;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The shape of the findings as programs read them, and what holds for every one of them.</summary>
public class FindingsAsJsonTests
{
    private const string Twenty = """
        x a 0644 root bin
        f b
        f c 0644 root bin more
        f e 0999 root bin
        f g 755 root bin
        s h
        s i=
        s j==k
        f /l 0644 root bin
        f m/../n 0644 root bin
        f o//p 0644 root bin
        d q/ 0755 root bin
        f r 0644 root bin # why
        f s#t 0644 root bin
        f u$V 0644 root bin
        <<<<<<< HEAD
        f w 0644 nobodyhere root
        f x 0644 root nogrouphere
        f y/z 0644 root bin
        h aa=nowhere
        f bb 0644 root bin
        f bb 0600 root bin
        s bb=cc
        s dd=ee
        """;

    [Fact]
    public void No_bad_line_hides_another()
    {
        using TemporaryFolder here = new();
        here.Write("m", Twenty);

        JsonElement found = Check(here, 1, "m");

        int[] lines = [.. found.GetProperty("diagnostics").EnumerateArray().Select(Line).Distinct()];
        int[] good = [21];
        lines.Should().Equal(Enumerable.Range(1, 24).Except(good), "every line but these has a fault of its own");
    }

    [Fact]
    public void Has_the_members_the_contract_names()
    {
        using TemporaryFolder here = new();
        here.Write("base/manifest", "f usr/bin/scp 0555 root bin\nd usr 0755 root sys\nd usr/bin 0755 root bin\n");
        here.Write("extra/manifest", "f usr/bin/scp 0755 root bin\n");

        JsonElement found = Check(here, 1, "base/manifest", "extra/manifest");

        found.GetProperty("schema").GetString().Should().Be("mlc.diagnostics/1");
        found.GetProperty("tool").GetProperty("name").GetString().Should().Be("mlc");
        found.GetProperty("tool").GetProperty("version").GetString().Should().MatchRegex(@"^\d+\.\d+\.\d+");
        JsonElement run = found.GetProperty("run");
        run.GetProperty("command").GetString().Should().Be("check");
        run.GetProperty("phases").EnumerateArray().Select(phase => phase.GetString()).Should().Equal("syntax", "semantics");
        run.GetProperty("skipped").GetArrayLength().Should().Be(1, "no search directories are known");
        JsonElement summary = found.GetProperty("summary");
        foreach ((string name, int count) in new[] { ("error", 1), ("warning", 0), ("info", 0), ("suppressed", 0), ("baselined", 0) })
            summary.GetProperty(name).GetInt32().Should().Be(count, name);

        JsonElement conflict = found.GetProperty("diagnostics").EnumerateArray().Should().ContainSingle().Subject;
        conflict.GetProperty("rule").GetString().Should().Be("MLC2002");
        conflict.GetProperty("name").GetString().Should().Be("duplicate-conflict");
        conflict.GetProperty("severity").GetString().Should().Be("error");
        conflict.GetProperty("message").GetString().Should().Contain("usr/bin/scp").And.NotContain("\n");
        conflict.GetProperty("subject").GetProperty("path").GetString().Should().Be("usr/bin/scp");
        conflict.GetProperty("subject").GetProperty("type").GetString().Should().Be("file");
        JsonElement location = conflict.GetProperty("location");
        location.GetProperty("file").GetString().Should().Be("extra/manifest");
        location.GetProperty("line").GetInt32().Should().Be(1);
        location.GetProperty("column").GetInt32().Should().Be(15);
        location.GetProperty("endLine").GetInt32().Should().Be(1);
        location.GetProperty("endColumn").GetInt32().Should().Be(19);
        JsonElement related = conflict.GetProperty("related").EnumerateArray().Should().ContainSingle().Subject;
        related.GetProperty("file").GetString().Should().Be("base/manifest");
        related.GetProperty("line").GetInt32().Should().Be(1);
        related.GetProperty("message").GetString().Should().NotBeNullOrEmpty();
        conflict.GetProperty("detail").ValueKind.Should().Be(JsonValueKind.Object);
        conflict.GetProperty("fixes").ValueKind.Should().Be(JsonValueKind.Array);
        conflict.GetProperty("fingerprint").GetString().Should().NotBeNullOrEmpty();
    }

    [Fact]
    public void Comes_sorted_by_file_line_column_and_rule_whatever_the_order_of_arguments()
    {
        using TemporaryFolder here = new();
        here.Write("b", Twenty);
        here.Write("a", Twenty);

        JsonElement found = Check(here, 1, "b", "a");

        var places = found.GetProperty("diagnostics").EnumerateArray().Select(finding =>
        {
            JsonElement at = finding.GetProperty("location");
            return (File: at.GetProperty("file").GetString()!, Line: at.GetProperty("line").GetInt32(), Column: at.GetProperty("column").GetInt32(), Rule: finding.GetProperty("rule").GetString()!);
        }).ToArray();
        places.Should().Equal(places.OrderBy(place => place.File, StringComparer.Ordinal).ThenBy(place => place.Line).ThenBy(place => place.Column).ThenBy(place => place.Rule, StringComparer.Ordinal));
        places.Select(place => place.File).Distinct(StringComparer.Ordinal).Should().Equal("a", "b");
    }

    [Fact]
    public void Names_files_from_the_working_directory_and_objects_without_a_slash()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, SmallPlatform.Manifest + "f etc/absent 0644 root sys\nf bad 0644 root nogrouphere\n");
        here.Write("sub/dir/nothing", "");

        JsonElement inside = Parse(Mlc.Run(here.At("sub/dir"), "check", "--format", "json").Exits(1));
        JsonElement above = Parse(Mlc.Run("/", "-C", here.At("sub"), "check", "--format", "json").Exits(1));

        Files(inside).Should().HaveCount(6).And.OnlyContain(file => file == "../../manifest.d/base.manifest");
        Files(above).Should().HaveCount(6).And.OnlyContain(file => file == "../manifest.d/base.manifest");
        inside.GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("subject").GetProperty("path").GetString())
            .Should().OnlyContain(path => !path!.StartsWith('/'));
    }

    [Fact]
    public void A_fingerprint_outlives_lines_that_move_and_tells_findings_apart()
    {
        using TemporaryFolder here = new();
        here.Write("m", Twenty);
        string[] before = Fingerprints(Check(here, 1, "m"));
        here.Write("m", "# a comment more\n\n" + Twenty);

        Fingerprints(Check(here, 1, "m")).Should().Equal(before);
        before.Should().OnlyHaveUniqueItems();
    }

    private static string[] Fingerprints(JsonElement found) =>
        [.. found.GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("fingerprint").GetString()!)];

    private static string[] Files(JsonElement found) =>
        [.. found.GetProperty("diagnostics").EnumerateArray().Select(finding => finding.GetProperty("location").GetProperty("file").GetString()!)];

    private static int Line(JsonElement finding) => finding.GetProperty("location").GetProperty("line").GetInt32();

    private static JsonElement Check(TemporaryFolder here, int status, params string[] manifests) =>
        Parse(Mlc.Run(here.Path, ["check", "--format", "json", .. manifests]).Exits(status));

    private static JsonElement Parse(Outcome outcome) => JsonDocument.Parse(outcome.Bytes).RootElement;
}
