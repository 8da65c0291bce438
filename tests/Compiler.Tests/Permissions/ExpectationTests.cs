using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Permissions;

/// <summary>Of several expectations of one object the last counts, as a whole.</summary>
public sealed class ExpectationTests
{
    private static readonly Expectation Everything = new(new PathGlob("**"), "all are so") { Mode = Mode.Parse("0444"), Owner = "root", Group = "bin" };

    [Theory]
    [InlineData("f a 0444 root bin", "")]
    [InlineData("f a 0644 root bin", "mode 0644, not 0444")]
    [InlineData("f a 0444 bin sys", "owner bin, not root, group sys, not bin")]
    [InlineData("d a 0755 root bin", "mode 0755, not 0444")]
    [InlineData("s a=b", "")]
    public void What_differs_is_told_together(string line, string otherwise) => Otherwise(line, Everything).Should().Be(otherwise);

    [Fact]
    public void The_last_counts_as_a_whole() =>
        Otherwise("f a 0644 bin bin", Everything, new(new PathGlob("a"), "it is another") { Owner = "sys" }).Should().Be("owner bin, not sys");

    [Fact]
    public void One_without_attributes_lifts_those_before_it_and_none_behind()
    {
        var lifted = new Expectation(new PathGlob("a"), "anything goes");
        Otherwise("f a 0644 bin bin", Everything, lifted).Should().BeEmpty();
        Otherwise("f a 0644 root bin", lifted, Everything).Should().Be("mode 0644, not 0444");
        Otherwise("f b 0644 root bin", Everything, lifted).Should().Be("mode 0644, not 0444");
    }

    [Fact]
    public void One_of_directories_says_nothing_of_files()
    {
        Expectation directories = Everything with { Type = "directory", Mode = Mode.Parse("0755") };
        Otherwise("f a 0644 root bin", Everything, directories).Should().Be("mode 0644, not 0444");
        Otherwise("d a 0644 root bin", Everything, directories).Should().Be("mode 0644, not 0755");
        Otherwise("d a 0755 root bin", Everything, directories).Should().BeEmpty();
    }

    [Fact]
    public void Every_declaration_of_an_object_is_mended_at_once()
    {
        Compilation compilation = Compile(["d a 0700 root sys\n", "f b 0444 root bin\nd a 0700 root sys\n"], Everything);
        Fix fix = compilation.Findings.Single(finding => finding.Rule == AttrPolicy.Rule).Fixes.Should().ContainSingle().Which;
        fix.Safety.Should().Be(FixSafety.Safe);
        fix.Edits.Select(edit => $"{edit.Source.Name} {edit.Source.Text.Substring(edit.Start, edit.Length)} {edit.Replacement}").Should().Equal(
            "0 0700 0444", "0 sys bin", "1 0700 0444", "1 sys bin");
    }

    [Theory]
    [InlineData("4555", "")]
    [InlineData("4755", "mode 4755, not 0444")]
    public void What_was_reviewed_as_it_is_need_not_be_as_expected(string mode, string otherwise)
    {
        Finding[] findings = [.. Compilation.Run(
            new CompilationInput
            {
                Manifests = [("c", new SourceText("c", $"f a {mode} root bin\n"))],
                Profile = SmartOs.Profile with { Expectations = [Everything], Setids = [new(ImagePath.Parse("a"), Mode.Parse("4555"), "root", "bin", "reviewed")] },
            },
            Checked.Host).Findings.Where(finding => finding.Rule == AttrPolicy.Rule)];
        findings.Select(finding => finding.Message.Split(": ")[1]).Should().Equal(otherwise.Split('|', StringSplitOptions.RemoveEmptyEntries));
        findings.SelectMany(finding => finding.Fixes).Should().NotContain(fix => fix.Safety != FixSafety.Unsafe);
    }

    [Fact]
    public void The_place_of_an_expectation_is_shown()
    {
        var toml = new SourceText("mlc.toml", "glob\n");
        Compilation compilation = Compile(["f a 0644 root bin\n"], Everything with { Place = new Location(toml, 1, 1, 5) });
        Finding finding = compilation.Findings.Should().ContainSingle().Which;
        finding.Related.Should().ContainSingle().Which.Location!.File.Should().Be("mlc.toml");
        finding.Help.Should().Be("write 0444: all are so");
    }

    private static string Otherwise(string line, params Expectation[] expectations)
    {
        Finding? finding = Compile([line + "\n"], expectations).Findings.SingleOrDefault(finding => finding.Rule == AttrPolicy.Rule);
        return finding is null ? "" : finding.Message[(finding.Message.IndexOf(": ", StringComparison.Ordinal) + 2)..];
    }

    private static Compilation Compile(string[] texts, params Expectation[] expectations) => Compilation.Run(
        new CompilationInput
        {
            Manifests = [.. texts.Select((text, i) => ($"c{i}", new SourceText($"{i}", text)))],
            Profile = SmartOs.Profile with { Expectations = expectations },
        },
        Checked.Host);
}
