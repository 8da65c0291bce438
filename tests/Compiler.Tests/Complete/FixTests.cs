using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Complete;

/// <summary>The lines that findings propose deliver what was missing, and stand where they belong.</summary>
public sealed class FixTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    public void Dispose() => top.Dispose();

    [Theory]
    [InlineData("rules/MLC3008-unshipped-in-proto/bad")]
    [InlineData("rules/MLC8002-man-page-unshipped/bad")]
    [InlineData("rules/MLC8010-tz-unshipped/bad")]
    [InlineData("rules/MLC8013-tz-hardlink/bad")]
    [InlineData("rules/MLC8020-ucode-unshipped/bad")]
    [InlineData("rules/MLC3005-hardlink-set-differs/bad")]
    [InlineData("incidents/file-of-a-new-version-left-out/bad")]
    [InlineData("incidents/overlay-file-left-out/bad")]
    public void What_has_a_fix_is_no_finding_any_more_once_it_is_applied(string name)
    {
        var golden = new GoldenCase(name);
        var search = new SearchPath([.. golden.Search.Select(directory => new SearchDirectory(Checked.Host, directory, top.At(directory)))]);
        foreach (string directory in golden.Search) golden.Build(directory, top.At(directory));
        Compilation before = Compile(golden, search, golden.Manifests);
        Finding[] mended = [.. before.Findings.Where(finding => finding.Fixes.Count > 0)];
        mended.Should().NotBeEmpty();

        Compilation after = Compile(golden, search, [.. golden.Manifests.Select(manifest => (manifest.Component, Apply(manifest.Source, before.Manifests, mended)))]);

        after.Findings.Select(finding => (finding.Rule.Id, finding.Subject?.Path)).Should()
            .NotIntersectWith(mended.Select(finding => (finding.Rule.Id, finding.Subject?.Path)));
        after.Findings.Where(finding => finding.Rule == MissingParent.Rule).Should().BeEmpty();
    }

    [Theory]
    [InlineData("f d/a 0444 root bin\nf d/c 0444 root bin\n", "f d/a 0444 root bin\nf d/b 0644 root bin\nf d/c 0444 root bin\n")]
    [InlineData("f d/c 0444 root bin", "f d/b 0644 root bin\nf d/c 0444 root bin")]
    [InlineData("f d/a 0444 root bin", "f d/a 0444 root bin\nf d/b 0644 root bin")]
    [InlineData("d d/a 0755 root bin\nf d/a/x 0444 x y\n# end\n", "d d/a 0755 root bin\nf d/a/x 0444 x y\nf d/b 0644 root bin\n# end\n")]
    [InlineData("d d 0755 lp lp\n", "d d 0755 lp lp\nf d/b 0644 root bin\n")]
    [InlineData("f d/c 0444 lp lp\nf d/e 0444 lp lp\nf d/f 0444 root sys\n", "f d/b 0644 lp lp\nf d/c 0444 lp lp\nf d/e 0444 lp lp\nf d/f 0444 root sys\n")]
    public void A_line_goes_to_its_sorted_place(string manifest, string expected)
    {
        ProtoListing.Build("f d/b 0644 x", top.At("proto"));
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [("a", new SourceText("a", manifest))],
                Profile = Checked.BareProfile with { Complete = [.. CaseAreas.Read(new SourceText("complete", "prefix d"), Checked.BareProfile.Manual)] },
                Search = new SearchPath([new SearchDirectory(Checked.Host, "proto", top.At("proto"))]),
            },
            Checked.Host);

        Finding finding = compilation.Findings.Should().ContainSingle(finding => finding.Rule == UnshippedInProto.Rule).Which;
        finding.Fixes.Should().ContainSingle().Which.Safety.Should().Be(FixSafety.Safe);
        Apply(compilation.Manifests[0].Syntax.Source, compilation.Manifests, [finding]).Text.Should().Be(expected);
    }

    private static Compilation Compile(GoldenCase golden, SearchPath search, IReadOnlyList<(string Component, SourceText Source)> manifests) => Compilation.Run(
        new CompilationInput { Manifests = manifests, Profile = golden.Profile, Search = search, Winner = Winner.First }, Checked.Host);

    // The edits are those of the source of this name that was compiled.
    private static SourceText Apply(SourceText source, IReadOnlyList<BoundManifest> compiled, IEnumerable<Finding> findings)
    {
        SourceText own = compiled.Single(manifest => manifest.Syntax.Source.Name == source.Name).Syntax.Source;
        string text = own.Text;
        IEnumerable<Edit> edits = findings.Select(finding => finding.Fixes[0]).SelectMany(fix => fix.Edits).Where(edit => edit.Source == own).Reverse();
        foreach (Edit edit in edits.OrderByDescending(edit => edit.Start)) text = text.Remove(edit.Start, edit.Length).Insert(edit.Start, edit.Replacement);
        return new SourceText(own.Name, text);
    }
}
