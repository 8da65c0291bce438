using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Permissions;

/// <summary>What a review of a set-id object covers.</summary>
public sealed class SetidTests
{
    [Theory]
    [InlineData("f a 4555 root bin", "a 4555 root bin", "")]
    [InlineData("f a 4755 root bin", "a 4755 root bin", "")]
    [InlineData("f a 2775 root mail", "a 2775 root mail", "")]
    [InlineData("d a 2775 root mail", "a 2775 root mail", "")]
    [InlineData("d a 3777 root mail", "a 3777 root mail", "")]
    [InlineData("f a 4755 root bin", "a 4555 root bin", "MLC7103 set-id file 'a' is not as it was reviewed: mode 4755, not 4555|MLC7104 set-id file 'a' has the mode 4755, and its owner 'root' may write it")]
    [InlineData("f a 4555 sys bin", "a 4555 root bin", "MLC7103 set-id file 'a' is not as it was reviewed: owner sys, not root")]
    [InlineData("f a 6555 sys sys", "a 4555 root bin", "MLC7103 set-id file 'a' is not as it was reviewed: mode 6555, not 4555, owner sys, not root, group sys, not bin")]
    [InlineData("d a 2755 root bin", "a 2755 root mail", "MLC7106 set-id directory 'a' is not as it was reviewed: group bin, not mail")]
    [InlineData("d a 2755 root bin", "b 2755 root bin", "MLC7106 directory 'a' has the mode 2755, with a set-id bit")]
    [InlineData("f a 4555 root bin", "a 4555 root sys;a 4555 root bin", "")]
    [InlineData("f a 4555 root bin", "a 4555 root bin;a 4555 root sys", "MLC7103 set-id file 'a' is not as it was reviewed: group bin, not sys")]
    // Without the bit there is nothing to be covered.
    [InlineData("f a 0775 root mail", "a 2775 root mail", "MLC7102 the group 'mail' may write the file 'a', which has the mode 0775")]
    public void A_review_is_of_mode_owner_and_group_together(string line, string reviewed, string found) =>
        Messages(line, [.. reviewed.Split(';').Select(Listing)]).Should().Equal(found.Split('|', StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public void Of_the_workspace_s_listings_those_are_told_of_that_nothing_answers_to()
    {
        var toml = new SourceText("mlc.toml", "a\nb\nc\n");
        SetidListing[] listings = [.. new[] { "a 4555 root bin", "b 4555 root bin", "c 4555 root bin" }
            .Select((text, i) => Listing(text) with { Place = new Location(toml, i + 1, 1, 2) })];

        IReadOnlyList<Finding> findings = Compile("f a 4555 root bin\nf b 0555 root bin\n", listings);
        findings.Select(finding => $"{finding.Severity} {finding.Rule.Id} {finding.Location!.File}:{finding.Location.Line} {finding.Message}").Should().Equal(
            "Warning MLC7103 mlc.toml:2 nothing with a set-id bit is delivered at 'b', which is listed as reviewed",
            "Warning MLC7103 mlc.toml:3 nothing with a set-id bit is delivered at 'c', which is listed as reviewed");
        Compile("f a 4555 root bin\n", listings, isWhole: false).Should().BeEmpty();
    }

    [Fact]
    public void Where_the_review_stands_is_shown()
    {
        var toml = new SourceText("mlc.toml", "a\n");
        Finding finding = Compile("f a 2555 root bin\n", [Listing("a 4555 root bin") with { Place = new Location(toml, 1, 1, 2) }]).Should().ContainSingle().Which;
        finding.Related.Should().ContainSingle().Which.Location!.File.Should().Be("mlc.toml");
        finding.Help.Should().Be("write 4555 root bin, or review it again");
    }

    [Fact]
    public void The_profile_lists_each_path_once_with_a_set_id_bit_and_a_reason()
    {
        SmartOs.Profile.Setids.Should().OnlyHaveUniqueItems(listing => listing.Path).And.HaveCount(42);
        SmartOs.Profile.Setids.Should().OnlyContain(listing => listing.Mode.HasAny(Mode.SetIds) && listing.Reason.Length > 10 && listing.Place == null);
    }

    [CorpusFact]
    public void Every_listing_of_the_profile_is_of_a_program_that_is_delivered_so()
    {
        string[] lines = [.. new[] { "illumos", "illumos-extra" }.SelectMany(name => File.ReadAllLines(Path.Combine(Repository.Corpus, name + ".manifest")))];
        SmartOs.Profile.Setids.Select(listing => $"f {listing.Path} {listing.Mode} {listing.Owner} {listing.Group}").Should().BeSubsetOf(lines);
    }

    private static string[] Messages(string line, SetidListing[] listings) =>
        [.. Compile(line + "\n", listings).Select(finding => $"{finding.Rule.Id} {finding.Message}")];

    private static IReadOnlyList<Finding> Compile(string text, SetidListing[] listings, bool isWhole = true) => new Policy().Judge(Compilation.Run(
        new CompilationInput
        {
            Manifests = [("c", new SourceText("c", text))],
            Profile = SmartOs.Profile with { Setids = listings },
            IsWhole = isWhole,
        },
        Checked.Host).Findings).Findings;

    private static SetidListing Listing(string text) => text.Split(' ') is [var path, var mode, var owner, var group]
        ? new(ImagePath.Parse(path), Mode.Parse(mode), owner, group, "reviewed")
        : throw new FormatException(text);
}
