using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Complete;

public sealed class CompletenessTests : IDisposable
{
    private readonly TemporaryDirectory top = new();

    public void Dispose() => top.Dispose();

    [UnprivilegedFact]
    public void A_directory_that_cannot_be_looked_into_is_not_taken_for_empty()
    {
        ProtoListing.Build("f d/a 0644 x\nf d/shut/b 0644 x", top.At("proto"));
        File.SetUnixFileMode(top.At("proto/d/shut"), UnixFileMode.None);

        IReadOnlyList<Finding> findings = Unprivileged.Run(() => Check("prefix d", "d d 0755 root bin\nf d/a 0644 root bin\n"));
        File.SetUnixFileMode(top.At("proto/d/shut"), (UnixFileMode)0b111_000_000);

        findings.Select(finding => (finding.Rule.Id, finding.Subject!.Path)).Should().Contain(("MLC3012", "d/shut"));
    }

    // A hard link cannot lead from one file system to another.
    [Fact]
    public void An_inode_that_is_delivered_in_the_other_file_system_becomes_a_file()
    {
        ProtoListing.Build("f sbin/sh 0555 x\nh usr/bin/sh = sbin/sh\nh sbin/jsh = sbin/sh", top.At("proto"));

        Check("glob **/*sh", "d sbin 0755 root sys\nf sbin/sh 0555 root bin\nd usr 0755 root sys\nd usr/bin 0755 root bin\n")
            .Where(finding => finding.Rule == UnshippedInProto.Rule).Select(finding => finding.Help).Should().Equal(
                "add to a: h sbin/jsh=sbin/sh", "add to a: f usr/bin/sh 0555 root bin");
    }

    [Fact]
    public void A_page_that_a_program_and_a_section_ask_for_is_told_once()
    {
        ProtoListing.Build("f usr/bin/x 0555 x\nf usr/share/man/man1/x.1 0444 x", top.At("proto"));

        Check("section 1\nprefix usr/share", "d usr 0755 root sys\nd usr/bin 0755 root bin\nf usr/bin/x 0555 root bin\n")
            .Where(finding => finding.Subject?.Path == "usr/share/man/man1/x.1").Select(finding => finding.Rule.Id).Should().Equal("MLC8002");
    }

    [Fact]
    public void Areas_that_no_search_directory_has_ask_for_nothing()
    {
        Directory.CreateDirectory(top.At("proto"));

        Check("prefix none/at/all\nglob **/*.none\nsection 7", "d etc 0755 root sys\n").Should().BeEmpty();
    }

    private IReadOnlyList<Finding> Check(string areas, string manifest) => Compilation.Run(
        new CompilationInput
        {
            Manifests = [("a", new SourceText("a", manifest))],
            Profile = Profiles.SmartOs.Profile with { Complete = [.. CaseAreas.Read(new SourceText("complete", areas), Profiles.SmartOs.Profile.Manual)] },
            Search = new SearchPath([new SearchDirectory(Checked.Host, "proto", top.At("proto"))]),
        },
        Checked.Host).Findings;
}
