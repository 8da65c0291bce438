using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Merge;

/// <summary>
/// The four manifests of SmartOS as one platform. The numbers were counted by programs that share nothing with this one.
/// </summary>
public sealed class RealManifestTests
{
    private static readonly string[] Components = ["illumos", "illumos-extra", "live", "man"];

    [CorpusFact]
    public void Lines_and_paths_are_all_there()
    {
        Compilation compilation = Compile(Checked.BareProfile);
        compilation.Manifests.Sum(manifest => manifest.Entries.Count).Should().Be(25_306);
        compilation.Union.Entries.Should().HaveCount(25_242);
    }

    [CorpusFact]
    public void Every_finding_is_counted()
    {
        var counts = Compile(Checked.BareProfile).Findings.CountBy(finding => finding.Rule.Id).ToDictionary();
        counts.Should().BeEquivalentTo(new Dictionary<string, int>
        {
            ["MLC1004"] = 11,
            ["MLC1008"] = 10,
            ["MLC2001"] = 2,
            ["MLC2002"] = 1,
            ["MLC2004"] = 3,
            ["MLC2005"] = 58,
            ["MLC2009"] = 1,
            ["MLC2016"] = 3,
            ["MLC7001"] = 204,
            ["MLC7003"] = 4,
            ["MLC7004"] = 1,
            ["MLC7007"] = 8,
            ["MLC7008"] = 11,
            ["MLC7011"] = 1,
            ["MLC7101"] = 13,
            ["MLC7102"] = 23,
            ["MLC7103"] = 43,
            ["MLC7104"] = 9,
            ["MLC7106"] = 1,
            ["MLC7107"] = 8,
            ["MLC7109"] = 11,
            ["MLC7111"] = 7,
            ["MLC8005"] = 9,
        });
    }

    [CorpusFact]
    public void The_profile_of_the_platform_knows_what_the_running_system_provides()
    {
        IReadOnlyList<Finding> findings = Compile(SmartOs.Profile).Findings;
        findings.Where(finding => finding.Rule == BrokenSymlink.Rule).Should().HaveCountLessThan(10);
        findings.Where(finding => finding.Rule == SymlinkOutsidePlatform.Rule).Should().ContainSingle()
            .Which.Subject!.Path.Should().Be("usr/bin/perl");
    }

    [CorpusFact]
    public void Without_the_version_of_the_library_the_lines_are_found()
    {
        Compilation compilation = Compile(Checked.BareProfile, Variables.None);
        compilation.Findings.Count(finding => finding.Rule == UnexpandedVariable.Rule).Should().Be(4);
        compilation.Union.Entries.Should().HaveCount(25_242);
    }

    [CorpusFact]
    public void No_two_findings_have_one_fingerprint()
    {
        IReadOnlyList<Finding> findings = new Policy().Judge(Compile(Checked.BareProfile).Findings).Findings;
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
    }

    private static Compilation Compile(Profile profile) =>
        Compile(profile, new Variables(new Dictionary<string, string> { ["LIBSTDCXXVER"] = "6.0.33" }));

    private static Compilation Compile(Profile profile, Variables variables) => Compilation.Run(
        new CompilationInput
        {
            Manifests = [.. Components.Select(name => (name, Read(name)))],
            Variables = variables,
            Profile = profile,
        },
        Checked.Host);

    private static SourceText Read(string component)
    {
        string file = Path.Combine(Repository.Corpus, component + ".manifest");
        return SourceText.FromBytes(component + ".manifest", File.ReadAllBytes(file));
    }
}
