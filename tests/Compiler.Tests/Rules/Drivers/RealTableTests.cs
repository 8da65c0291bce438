using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Rules.Drivers;

/// <summary>The tables of SmartOS, in an image of its four manifests. Each finding was looked at in the files.</summary>
public sealed class RealTableTests
{
    [FactNeeding("shared:corpus/smartos/etc")]
    public void Every_finding_is_one_that_a_look_confirms()
    {
        IReadOnlyList<Finding> findings = Findings();
        findings.Where(finding => finding.Severity >= Severity.Warning)
            .Select(finding => $"{finding.Severity} {finding.Rule.Id} {finding.Subject!.Path} {finding.DetailKey}".TrimEnd())
            .Should().BeEquivalentTo(
            [
                // Delivered drivers with aliases, for which etc/name_to_major has no line.
                "Error MLC8201 etc/driver_aliases amdnbtemp",
                "Error MLC8201 etc/driver_aliases dr",
                "Error MLC8201 etc/driver_aliases usbecm",

                // Delivered drivers without either; eibnx with its properties, vscan with a service, a daemon and a line in etc/minor_perm.
                "Warning MLC8207 kernel/drv/amd64/eibnx",
                "Warning MLC8207 kernel/drv/amd64/vscan",

                // The module bl is in none of the manifests.
                "Warning MLC8209 kernel/drv/bl.conf",

                // The quotes of a command line have come into the table: "vboxdrv:'* 0666 root sys'".
                "Warning MLC8211 etc/minor_perm vboxdrv:'* sys'",
                "Warning MLC8211 etc/minor_perm vboxusbmon:'* sys'",
            ]);
        findings.Where(finding => finding.Severity < Severity.Warning).Should().BeEmpty();
    }

    [FactNeeding("shared:corpus/smartos/etc")]
    public void Every_finding_stands_at_the_line_that_delivers_the_table() =>
        Findings().Should().OnlyContain(finding => finding.Location!.LineText.Contains(' ' + finding.Subject!.Path + ' '));

    private static IReadOnlyList<Finding> Findings() => TableImage.Judged(CorpusImage.Read());
}
