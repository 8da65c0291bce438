using System.Text.Json;
using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Two platforms, linked of nearly the same manifests, in whatever form they come.</summary>
public sealed class DiffTests : IClassFixture<DiffTests.Platforms>
{
    private readonly Platforms platforms;

    public DiffTests(Platforms platforms) => this.platforms = platforms;

    [Theory]
    [InlineData("")]
    [InlineData(".tgz")]
    [InlineData("/i86pc/amd64/boot_archive")]
    public void The_form_that_an_image_comes_in_makes_no_difference(string form)
    {
        string old = platforms.Old + form;
        Mlc.Run("/", "diff", platforms.Old, old).Exits(0).Output.Should().Be("no differences\n");
        Mlc.Run("/", "diff", old, platforms.New).Exits(1).Lines
            .Should().Contain("not functionally equal").And.Contain("  - usr/lib/libc.so  symbolic link to libc.so.1");
    }

    [Fact]
    public void An_unpacked_image_differs_in_what_cannot_be_unpacked_alone()
    {
        using TemporaryFolder here = new();
        Mlc.Run(here.Path, "extract", platforms.Old, "-o", "plain").Exits(0);

        Outcome outcome = Mlc.Run(here.Path, "diff", platforms.Old, "plain", "--no-owners", "--format", "concise");

        outcome.Exits(1).Lines.Where(line => !line.Contains("MLC9110", StringComparison.Ordinal))
            .Should().ContainSingle().Which.Should().Contain("usr/bin/su").And.Contain("MLC9103");
    }

    [Fact]
    public void The_json_form_holds_all_of_it()
    {
        using JsonDocument json = JsonDocument.Parse(Mlc.Run(platforms.Folder, "diff", platforms.Old, platforms.New, "--format", "json").Exits(1).Bytes);
        JsonElement root = json.RootElement;

        root.GetProperty("schema").GetString().Should().Be("mlc.diff/1");
        JsonElement summary = root.GetProperty("summary");
        summary.GetProperty("functionallyEqual").GetBoolean().Should().BeFalse();
        summary.GetProperty("ok").GetBoolean().Should().BeFalse();
        summary.GetProperty("error").GetInt32().Should().Be(1);
        JsonElement[] changes = [.. root.GetProperty("changes").EnumerateArray()];
        JsonElement su = changes.Single(change => change.GetProperty("path").GetString() == "usr/bin/su");
        su.GetProperty("old").GetProperty("mode").GetString().Should().Be("4555");
        su.GetProperty("new").GetProperty("mode").GetString().Should().Be("0555");
        su.GetProperty("attributes")[0].GetProperty("name").GetString().Should().Be("mode");
        changes.Single(change => change.GetProperty("path").GetString() == "etc/motd").GetProperty("content").GetProperty("nature").GetString().Should().Be("different");
        changes.Single(change => change.GetProperty("path").GetString() == "usr.lgz").GetProperty("content").GetProperty("nature").GetString().Should().Be("derived");
        root.GetProperty("diagnostics").EnumerateArray().Should().Contain(finding => finding.GetProperty("rule").GetString() == "MLC9103");
        root.GetProperty("components").EnumerateArray().Select(area => area.GetProperty("name").GetString()).Should().Contain("base");
    }

    [Fact]
    public void Every_form_is_the_same_whatever_the_number_of_threads()
    {
        foreach (string format in new[] { "text", "json", "markdown", "html", "human", "concise", "sarif", "github", "gitlab", "junit", "rdjson" })
        {
            byte[] one = Mlc.Run("/", "diff", platforms.Old, platforms.New, "--format", format, "--jobs", "1").Exits(1).Bytes;
            Mlc.Run("/", "diff", platforms.Old, platforms.New, "--format", format, "--jobs", "3").Exits(1).Bytes.Should().Equal(one, format);
            one.Should().NotBeEmpty();
        }
    }

    [Fact]
    public void Forms_are_written_to_files_and_the_gate_can_be_moved()
    {
        using TemporaryFolder here = new();

        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--ignore", "MLC9103", "--output", "markdown=a.md", "--output", "html=a.html", "--output", "sarif=a.sarif").Exits(0);
        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--ignore", "MLC9103", "--fail-on", "warning").Exits(1);
        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--fail-on", "never").Exits(0);
        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--severity", "setid-change=info").Exits(0);

        File.ReadAllText(here.At("a.md")).Should().StartWith("### mlc diff: not functionally equal\n");
        File.ReadAllText(here.At("a.html")).Should().StartWith("<!DOCTYPE html>").And.NotContainAny("<script", "http:", "https:");
        JsonDocument.Parse(File.ReadAllText(here.At("a.sarif"))).RootElement.GetProperty("version").GetString().Should().Be("2.1.0");
        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--format", "banana").Exits(2).Errors.Should().Contain("no such format");
        Mlc.Run(here.Path, "diff", platforms.Old, platforms.New, "--max-file-growth", "much").Exits(2).Errors.Should().Contain("no limit");
    }

    [Fact]
    public void Names_that_would_be_obeyed_are_shown_by_their_numbers()
    {
        using TemporaryFolder here = new();
        here.Write("old/a", "a");
        here.Write("new/a", "a");
        here.Write("new/\u001b[31m<script>|`*", "x");

        foreach (string format in new[] { "text", "markdown", "html" })
        {
            string shown = Mlc.Run(here.Path, "diff", "old", "new", "--format", format).Exits(0).Output;
            shown.Should().NotContain("\u001b");
            if (!format.Equals("text", StringComparison.Ordinal)) shown.Should().NotContain("<script>");
        }
        Mlc.Run(here.Path, "diff", "old", "new", "--format", "markdown").Output.Should().NotContain("`");
    }

    [Fact]
    public void A_comment_has_room_for_whatever_differs()
    {
        using TemporaryFolder here = new();
        here.Write("old/a", "a");
        for (int i = 0; i < 300; i++) here.Write($"new/{new string('*', 200)}{i}", "x");

        string comment = Mlc.Run(here.Path, "diff", "old", "new", "--format", "markdown").Exits(0).Output;

        comment.Length.Should().BeLessThan(65_536);
        comment.Should().MatchRegex(@"and \d+ more");
    }

    /// <summary>The small platform, and one after somebody worked on it.</summary>
    public sealed class Platforms : IDisposable
    {
        private readonly TemporaryFolder folder = new();

        public Platforms()
        {
            SmallPlatform.Write(folder);
            Mlc.Run(folder.Path, SmallPlatform.Link("old")).Exits(0);
            folder.Write("manifest.d/base.manifest", SmallPlatform.Manifest
                .Replace("f usr/bin/su 4555", "f usr/bin/su 0555", StringComparison.Ordinal)
                .Replace("s etc/libc=../usr/lib/libc.so", "s etc/libc=../usr/lib/libc.so.1", StringComparison.Ordinal)
                .Replace("s usr/lib/libc.so=libc.so.1", "s usr/lib/libc.so.2=libc.so.1", StringComparison.Ordinal));
            folder.Write("overlay/etc/motd", "another one of the overlay\n");
            folder.Write("mlc.toml", SmallPlatform.Workspace.Replace(", \"lib/libc.so\"", "", StringComparison.Ordinal));
            Mlc.Run(folder.Path, SmallPlatform.Link("new")).Exits(0);
        }

        public string Folder => folder.Path;

        public string Old => folder.At("old/" + SmallPlatform.Name);

        public string New => folder.At("new/" + SmallPlatform.Name);

        public void Dispose() => folder.Dispose();
    }
}
