using System.IO.Abstractions.TestingHelpers;
using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Tests.Workspace;

public class WorkspaceFileTests
{
    [Theory]
    [InlineData("schema")]
    [InlineData("syntax")]
    [InlineData("unclosed")]
    public void Every_problem_of_a_file_is_told_in_one_run(string name)
    {
        string path = Path.Combine(Repository.Golden, "workspace", name + ".toml");
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) =
            WorkspaceFile.Read(SourceText.FromBytes("/project/mlc.toml", File.ReadAllBytes(path)));

        file.Should().BeNull();
        using var output = new MemoryStream();
        new ProblemRenderer(Palette.Plain).Render("/project", problems, output);
        GoldenFile.Verify("workspace", name + ".problems", output.ToArray());
    }

    [Fact]
    public void A_whole_file_is_read_as_it_is_written()
    {
        WorkspaceFile file = Read(File.ReadAllText(Path.Combine(Repository.Golden, "workspace", "whole.toml")));

        file.Platform.Profile!.Value.Value.Should().Be("smartos");
        file.Platform.Buildstamp!.Value.Value.Should().Be("20260101T000000Z");
        file.Platform.Version!.Value.Value.Should().Be("joyent_1");
        file.Components.Select(component => component.Name.Value).Should().Equal("illumos", "rest");
        file.Components[0].Manifests.Select(path => path.Value).Should().Equal("manifest.d/illumos.manifest");
        file.Components[1].Manifests.Select(path => path.Value).Should().Equal("manifest.d/rest", "extra.manifest");
        file.Components.Select(component => component.ManCheck?.Value).Should().Equal("illumos/mancheck.conf", null);
        file.VariableValues.Select(pair => (pair.Key, pair.Value.Value)).Should().Equal(("AGENTVER", "1.4.2"), ("EMPTY", ""));
        file.SearchDirectories!.Select(path => path.Value).Should().Equal("overlay", "proto");
        file.Accounts.Passwd!.Value.Value.Should().Be("etc/passwd");
        file.Accounts.Group!.Value.Value.Should().Be("etc/group");
        file.Root.Size!.Value.Value.Bytes.Should().BeNull();
        file.Root.SpareBlocks!.Value.Value.Should().Be(100);
        file.Root.SpareInodes!.Value.Value.Should().Be(50);
        file.Exceptions.Select(section => section.Until?.Value).Should().Equal(new DateOnly(2030, 12, 31), null);
        file.Exceptions.Select(section => section.Owner?.Value).Should().Equal("core", null);
        file.Exceptions.Select(section => section.Detail?.Value.Pattern).Should().Equal(null, "usr/lib/*=*");
        file.Rules.Locked.Select(selector => selector.Value).Should().Equal("setid-on-directory", "MLC2009");
        file.Baseline.File!.Value.Value.Should().Be("known.json");
        file.Link.FailOn!.Value.Value.Threshold.Should().BeNull();
    }

    [Fact]
    public void A_whole_file_becomes_profile_policy_and_variables()
    {
        WorkspaceFile file = Read(File.ReadAllText(Path.Combine(Repository.Golden, "workspace", "whole.toml")));

        Profile profile = file.ToProfile(SmartOs.Profile);
        profile.Root.ImageBytes.Should().BeNull();
        profile.Root.BytesPerInode.Should().Be(SmartOs.Profile.Root.BytesPerInode);
        profile.Usr.ImageBytes.Should().Be(448000L * 1024);
        profile.Usr.BytesPerInode.Should().Be(14000);
        profile.Underfiles.Should().Equal(ImagePath.Parse("usr/bin/["), ImagePath.Parse("usr/bin/ls"));
        profile.IsProvided(ImagePath.Parse("var/spool/x")).Should().BeTrue();
        profile.IsProvided(ImagePath.Parse("dev/null")).Should().BeTrue("what the profile says stays");
        profile.IsProvided(ImagePath.Parse("var/spools")).Should().BeFalse();

        profile.Expectations.Take(SmartOs.Profile.Expectations.Count).Should().Equal(SmartOs.Profile.Expectations, "what the file says counts after it");
        profile.Expectations.Skip(SmartOs.Profile.Expectations.Count).Select(e => (e.Paths.Pattern, e.Type, e.Mode?.ToString(), e.Owner, e.Group, e.Reason)).Should().Equal(
            ("opt/agents/**", "directory", "0755", "root", "sys", "agents share their directories"),
            ("usr/share/man/local/**", null, null, null, null, "made elsewhere"));
        SetidListing listing = profile.Setids[^1];
        profile.Setids.Should().HaveCount(SmartOs.Profile.Setids.Count + 1);
        (listing.Path.Text, listing.Mode.ToString(), listing.Owner, listing.Group, listing.Reason).Should().Be(("usr/bin/su", "4511", "root", "sys", "nobody need read it"));
        listing.Place!.LineText.Should().Be("path = \"usr/bin/su\"");
        profile.ForbiddenAt(ImagePath.Parse("usr/local/bin"))!.Reason.Should().Be("it is for the administrator");
        profile.ForbiddenAt(ImagePath.Parse("usr/local")).Should().BeNull();
        profile.ForbiddenAt(ImagePath.Parse("tmp/x")).Should().NotBeNull("what the profile says stays");
        CompleteArea[] own = [.. profile.Complete.Skip(SmartOs.Profile.Complete.Count)];
        profile.Complete.Should().StartWith(SmartOs.Profile.Complete);
        own.Select(area => (area.Unshipped, area.Declared!.Line)).Should().Equal(
            (UnshippedInProto.Rule, 88), (UnshippedInProto.Rule, 93), (ManPageWholeSection.Rule, 96));
        own.Select(area => string.Join(' ', area.Tops)).Should().Equal("usr/share/vim", "usr/lib", "usr/share/man smartdc/man");
        own[0].Means(ImagePath.Parse("usr/share/vim/vim92/a.vim")).Should().BeTrue();
        own[0].Except.Should().ContainSingle().Which.Pattern.Matches(ImagePath.Parse("usr/share/vim/vim92/a.orig")).Should().BeTrue();
        own[1].Means(ImagePath.Parse("usr/lib/libz.so.1")).Should().BeTrue();
        own[1].Means(ImagePath.Parse("usr/lib/amd64/libz.so.1")).Should().BeFalse();
        own[2].Means(ImagePath.Parse("usr/share/man/man3c/tss.3c")).Should().BeTrue();
        own[2].Means(ImagePath.Parse("usr/share/man/man5/tss.5")).Should().BeFalse();

        Policy policy = file.ToPolicy();
        policy.Select.Should().Equal("MLC1", "MLC2", "MLC3", "MLC7");
        policy.Ignore.Should().Equal("crlf");
        policy.Severities.Should().Equal(
            new KeyValuePair<string, Severity?>("MLC2002", Severity.Warning), new KeyValuePair<string, Severity?>("redundant-dir", null));
        policy.Suppressions.Select(suppression => (suppression.Rule, suppression.Paths!.Pattern, suppression.Reason)).Should().Equal(
            ("MLC3006", "etc/motd", "the overlay replaces it"), ("broken-symlink", "usr/lib/**", "made at run time"));

        var source = new SourceText("m", "agent-$AGENTVER$EMPTY");
        var findings = new List<Finding>();
        var variables = new Variables(file.VariableValues.ToDictionary(pair => pair.Key, pair => pair.Value.Value, StringComparer.Ordinal));
        variables.Expand(source.LineAt(1).Token, findings).Should().Be("agent-1.4.2");
        findings.Should().BeEmpty();
    }

    [Fact]
    public void An_exception_is_taken_away_with_its_table_and_nothing_else()
    {
        const string One = "[[exception]]\nrule = 'MLC1'\npath = 'a'\nreason = '''\ntwo\nlines'''\n\n";
        const string Two = "[[ exception ]] # this one\nrule = 'MLC2'\npath = 'b'\nreason = 'x' # last\n";
        const string Rest = "# of the rules\n[rules]\nignore = [\n]\n";
        Policy policy = Read(One + Two + Rest).ToPolicy();
        policy.Suppressions.Select(suppression => Without(suppression.Removal!.Edits.Single())).Should().Equal(Two + Rest, One + Rest);
        Read("exception = [{rule = 'MLC1', path = 'a', reason = 'b'}]\n").ToPolicy().Suppressions.Single().Removal.Should().BeNull();

        static string Without(Edit edit) => edit.Source.Text.Remove(edit.Start, edit.Length);
    }

    [Fact]
    public void The_sample_is_right()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "manifests", "mlc.toml"));
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(SourceText.FromBytes("mlc.toml", bytes));

        problems.Should().BeEmpty();
        file!.Components.Should().HaveCount(3);
    }

    [Fact]
    public void An_empty_file_leaves_all_to_the_profile()
    {
        WorkspaceFile file = Read("");

        Profile profile = file.ToProfile(SmartOs.Profile);
        profile.Root.Should().Be(SmartOs.Profile.Root);
        profile.Usr.Should().Be(SmartOs.Profile.Usr);
        profile.Underfiles.Should().Equal(SmartOs.Profile.Underfiles);
        profile.Provided.Should().Equal(SmartOs.Profile.Provided);
        profile.Forbidden.Should().Equal(SmartOs.Profile.Forbidden);
        file.SearchDirectories.Should().BeNull();
        file.Link.FailOn.Should().BeNull();
        file.ToPolicy().Should().BeEquivalentTo(new Policy());
    }

    [Theory]
    [InlineData("[search]\r\ndirectories = [\"\U0001F600\"] # x\r\n\"\u00e9\" = 1\r\n", 3, 1, "unknown key '\u00e9' in [search]")]
    [InlineData("\ufeff[search]\ndirectory = []\n", 2, 1, "unknown key 'directory' in [search]")]
    [InlineData("\ufeffsearch = 3", 1, 11, "'search' is an integer, not a table")]
    [InlineData("x = '\U0001F600' y", 1, 10, "'y' stands behind the end of a statement")]
    [InlineData("search.directories = ['a']\n[search]\n", 2, 2, "the table [search] is defined twice")]
    [InlineData("[search]\ndirectories = ['a']\n[search.directories]\n", 3, 9, "'directories' is a list already")]
    [InlineData("x = \n", 1, 3, "the value is missing")]
    [InlineData("x = # none\n", 1, 3, "the value is missing")]
    [InlineData("# a\rb\n", 1, 4, "a carriage return may stand before a line feed only")]
    [InlineData("x = 1\r", 1, 6, "a carriage return may stand before a line feed only")]
    [InlineData("search = {directories = ['a']}\n[search.x]\n", 2, 2, "'search' is a table already, and nothing can be added to it")]
    [InlineData("[[search]]\n", 1, 3, "'search' is a list, not a table")]
    [InlineData("component = [3]\n", 1, 14, "an item of 'component' is an integer, not a table")]
    [InlineData("[[component]]\nname = 'x'\n", 1, 3, "[[component]] lacks 'manifest'")]
    [InlineData("[[component]]\nname = 'x'\nmanifests = []\n", 3, 13, "'manifests' is empty")]
    [InlineData("[[forbid]]\nglob = 'usr/local/**'\n", 1, 3, "[[forbid]] lacks 'reason'")]
    [InlineData("[[forbid]]\nglob = '/usr'\nreason = 'x'\n", 2, 8, "the pattern '/usr' begins with '/'")]
    [InlineData("[filesystem.root]\nspare-inodes = 3\n", 2, 1, "'spare-inodes' is for a size of \"auto\" only")]
    [InlineData("[filesystem.usr]\nsize = 2147483648\n", 2, 8, "'size' is 2147483648")]
    [InlineData("[filesystem.usr]\nsize = '448000'\n", 2, 8, "there is no size '448000'")]
    [InlineData("[filesystem.usr]\nspare-blocks = 3\n", 2, 1, "unknown key 'spare-blocks' in [filesystem.usr]")]
    [InlineData("[platform]\nversion = 'a/b'\n", 2, 11, "'a/b' cannot be part of a file name")]
    [InlineData("[[runtime]]\nglob = 'a//b'\nreason = 'x'\n", 2, 8, "the pattern 'a//b' has an empty, '.' or '..' part")]
    [InlineData("[[runtime]]\nglob = 'a/'\nreason = 'x'\n", 2, 8, "the pattern 'a/' ends with '/'")]
    [InlineData("[[runtime]]\nglob = '**/a/**/b/**/c/**/d/**'\nreason = 'x'\n", 2, 8, "the pattern '**/a/**/b/**/c/**/d/**' has more than 4 '**'")]
    [InlineData("[[exception]]\nrule = 'MLC1012'\npath = '**'\n", 1, 3, "[[exception]] lacks 'reason'")]
    [InlineData("[[exception]]\nrule = 'MLC1012'\npath = '**'\nreason = ' '\n", 4, 10, "'reason' is empty")]
    [InlineData("[[exception]]\nrule = 'MLC1012'\npath = '**'\nreason = 'x'\nuntil = 20_30-01-01\n", 5, 9, "'20_30-01-01' is no date")]
    [InlineData("[[complete]]\nreason = 'x'\n", 1, 3, "[[complete]] lacks 'prefix', 'glob' or 'section'")]
    [InlineData("[[complete]]\nsection = '3*'\nprefix = 'usr'\n", 3, 1, "[[complete]] has 'section' or 'prefix', not both")]
    [InlineData("[[complete]]\nprefix = '/usr/'\n", 2, 10, "'/usr/' is no path of the image")]
    [InlineData("[[complete]]\nglob = 'usr/'\n", 2, 8, "the pattern 'usr/' ends with '/'")]
    [InlineData("[[complete]]\nprefix = 'usr'\nexcept = ['usr/x']\n", 1, 3, "[[complete]] lacks 'reason'")]
    [InlineData("[[complete]]\nprefix = 'usr'\nexcept = ['/x']\nreason = 'y'\n", 3, 11, "the pattern '/x' begins with '/'")]
    [InlineData("[[complete]]\nprefix = 'usr'\nexcept = 'usr/x'\nreason = 'y'\n", 3, 10, "'except' is a string, not a list of strings")]
    [InlineData("[[complete]]\nprefix = 'usr'\nexclude = []\n", 3, 1, "unknown key 'exclude' in [[complete]]")]
    [InlineData("[[component]]\nname = 'x'\nmanifest = 'm'\nmancheck = ['a']\n", 4, 12, "'mancheck' is a list, not a string")]
    public void A_problem_stands_at_its_place(string text, int line, int column, string message)
    {
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(new SourceText("mlc.toml", text));

        file.Should().BeNull();
        ConfigurationProblem problem = problems.Should().ContainSingle().Which;
        (problem.Location.Line, problem.Location.Column, problem.Message).Should().Be((line, column, message));
        problem.Help.Should().NotBeNullOrWhiteSpace();
    }

    [Fact]
    public void What_is_missing_is_not_told_of_a_table_with_a_broken_statement()
    {
        const string text = "[[component]]\nname 'x'\nmanifest = 'm'\n[[component]]\nmanifest = 'm'\n";

        WorkspaceFile.Read(new SourceText("mlc.toml", text)).Problems.Select(problem => (problem.Location.Line, problem.Message)).Should().Equal(
            (2, "''x'' stands where '=' is wanted"), (4, "[[component]] lacks 'name'"));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("a=[")]
    [InlineData("a={b=")]
    [InlineData("a.")]
    [InlineData("[a.")]
    public void Deep_and_long_texts_take_little_time(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, 20_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        WorkspaceFile.Read(new SourceText("mlc.toml", text)).Problems.Should().NotBeEmpty();
        WorkspaceFile.Read(new SourceText("mlc.toml", string.Join('\n', Enumerable.Repeat(piece, 5_000)))).Problems.Should().NotBeEmpty();

        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void The_nearest_file_upward_governs()
    {
        var files = new MockFileSystem(new Dictionary<string, MockFileData>(StringComparer.Ordinal)
        {
            ["/project/mlc.toml"] = new(""),
            ["/project/a/mlc.toml"] = new(""),
            ["/project/a/b/c/x"] = new(""),
            ["/project/d/mlc.toml/x"] = new(""),
            ["/other/x"] = new(""),
        });

        WorkspaceFile.Find(files, "/project/a/b/c").Should().Be("/project/a/mlc.toml");
        WorkspaceFile.Find(files, "/project/a").Should().Be("/project/a/mlc.toml");
        WorkspaceFile.Find(files, "/project/d").Should().Be("/project/mlc.toml", "a directory of that name is no workspace file");
        WorkspaceFile.Find(files, "/other").Should().BeNull();
    }

    [Fact]
    public void A_directory_of_manifests_stands_for_its_files()
    {
        var files = new MockFileSystem(new Dictionary<string, MockFileData>(StringComparer.Ordinal)
        {
            ["/m/b"] = new(""),
            ["/m/B"] = new(""),
            ["/m/a.manifest"] = new(""),
            ["/m/.swp"] = new(""),
            ["/m/below/c"] = new(""),
        });

        ManifestFiles.At(files, "/m").Should().Equal("/m/B", "/m/a.manifest", "/m/b");
        ManifestFiles.At(files, "/m/b").Should().Equal("/m/b");
        ManifestFiles.At(files, "/m/none").Should().Equal("/m/none");
    }

    [Theory]
    [InlineData("error", Severity.Error, true)]
    [InlineData("warning", Severity.Warning, true)]
    [InlineData("info", Severity.Info, true)]
    [InlineData("never", null, true)]
    [InlineData("errors", null, false)]
    [InlineData("Error", null, false)]
    public void A_threshold_has_one_of_four_names(string word, Severity? threshold, bool known)
    {
        FailOn.TryParse(word, out FailOn failOn).Should().Be(known);
        failOn.Threshold.Should().Be(threshold);
    }

    private static WorkspaceFile Read(string text)
    {
        (WorkspaceFile? file, IReadOnlyList<ConfigurationProblem> problems) = WorkspaceFile.Read(new SourceText("mlc.toml", text));
        problems.Should().BeEmpty();
        return file!;
    }
}
