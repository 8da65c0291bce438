using System.Text.Json;
using System.Text.RegularExpressions;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The formats as a user gets them: status, files, the environment of GitHub, the problem matcher.</summary>
public class OutputFormatTests
{
    private const string Clean = "d usr 0755 root sys\n";
    private const string Warned = "d usr 755 root sys\n";
    private const string Wrong = "d usr 0755 root sys\nf usr/bin/a 0755 root bin\n";

    public static TheoryData<string> Formats => [.. OutputFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_exit_status_is_that_of_every_format(string format)
    {
        using TemporaryFolder here = new();
        here.Write("clean", Clean);
        here.Write("warned", Warned);
        here.Write("wrong", Wrong);
        (string Manifest, string FailOn, int Status)[] table = [("clean", "info", 0), ("warned", "error", 0), ("warned", "warning", 1), ("wrong", "error", 1), ("wrong", "never", 0)];

        foreach ((string manifest, string failOn, int status) in table)
            Mlc.Run(here.Path, "check", manifest, "--format", format, "--fail-on", failOn).Exits(status).Errors.Should().BeEmpty();
        Mlc.Run(here.Path, "check", "absent", "--format", format).Exits(3).Output.Should().BeEmpty();
    }

    [Fact]
    public void All_are_written_in_one_run_and_say_what_each_alone_says()
    {
        using TemporaryFolder here = new();
        here.Write("wrong", Wrong);
        string[] names = [.. OutputFormats.All.Select(format => format.Name)];

        Mlc.Run(here.Path, ["check", "wrong", "-q", .. names.SelectMany(name => new[] { "--output", $"{name}=out.{name}" })]).Exits(1);

        foreach (string name in names)
            File.ReadAllBytes(here.At($"out.{name}")).Should().Equal(Mlc.Run(here.Path, "check", "wrong", "--format", name).Bytes, name);
    }

    [Fact]
    public void Help_and_documents_name_every_format()
    {
        string page = File.ReadAllText(Checkout.At("docs/output-formats.md"));
        string manual = File.ReadAllText(Checkout.At("docs/mlc.md"));
        string help = Mlc.Run("/", "check", "--help").Exits(0).Output.ReplaceLineEndings(" ");

        foreach (OutputFormat format in OutputFormats.All)
        {
            page.Should().Contain($"\n| `{format.Name}` | {format.About} |\n").And.Contain($"\n## {format.Name}\n");
            manual.Should().Contain($"`{format.Name}`");
            help.Should().MatchRegex($@"How findings are written:[^;]*\b{format.Name}\b");
        }
    }

    [Fact]
    public void Two_formats_cannot_have_one_file()
    {
        using TemporaryFolder here = new();
        here.Write("m", Clean);

        Mlc.Run(here.Path, "check", "m", "--output", "json=x", "--output", "sarif=x").Exits(2).Errors.Should().Contain("another format is written to x");
    }

    [Fact]
    public void The_summary_of_a_step_is_appended_where_github_asks_for_one()
    {
        using TemporaryFolder here = new();
        here.Write("wrong", Wrong);
        here.Write("summary", "before\n");

        Mlc.In(here.Path, "check", "wrong", "--format", "github").With("GITHUB_STEP_SUMMARY", here.At("summary")).Run().Exits(1);
        Mlc.In(here.Path, "check", "wrong", "--format", "concise").With("GITHUB_STEP_SUMMARY", here.At("summary")).Run().Exits(1);

        File.ReadAllText(here.At("summary")).Should().Be("""
            before
            ### mlc check: 1 error

            Left out: resolve (no search directories are known)

            | Severity | Rule | Where | What |
            |---|---|---|---|
            | error | MLC2006 missing-parent | wrong&#58;2&#58;3 | no line declares the directory 'usr/bin', which 'usr/bin/a' lies in |


            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void The_problem_matcher_reads_every_concise_line()
    {
        using TemporaryFolder here = new();
        here.Write("a:1: b/m", Wrong + Warned + "f usr/x 0644 root sys # [why]\n");
        using JsonDocument matchers = JsonDocument.Parse(File.ReadAllText(Checkout.At("docs/github/mlc-problem-matcher.json")));
        JsonElement[] patterns = [.. matchers.RootElement.GetProperty("problemMatcher").EnumerateArray().Select(matcher => matcher.GetProperty("pattern")[0])];

        string[] lines = Mlc.Run(here.Path, "check", "a:1: b/m", "--format", "concise", "--severity", "MLC1009=info").Exits(1).Lines;

        lines.Should().HaveCountGreaterThan(2).And.Contain(line => line.Contains(" info ", StringComparison.Ordinal));
        foreach (string line in lines)
        {
            JsonElement pattern = patterns.Should().ContainSingle(candidate => Match(candidate, line).Success, line).Subject;
            Match match = Match(pattern, line);
            Group("file").Should().Be("a:1: b/m");
            $"{Group("file")}:{Group("line")}:{Group("column")}: {line.Split(": ")[2].Split(' ')[0]} {Group("code")} {Group("message")} [".Should().Be(line[..(line.LastIndexOf('[') + 1)]);

            string Group(string name) => match.Groups[pattern.GetProperty(name).GetInt32()].Value;
        }
    }

    private static Match Match(JsonElement pattern, string line) =>
        Regex.Match(line, pattern.GetProperty("regexp").GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(10));
}
