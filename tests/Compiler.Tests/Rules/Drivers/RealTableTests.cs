using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Rules.Drivers;

/// <summary>The tables of SmartOS, in an image of its four manifests. Each finding was looked at in the files.</summary>
public sealed class RealTableTests
{
    private static readonly string[] Components = ["illumos", "illumos-extra", "live", "man"];

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

    private static IReadOnlyList<Finding> Findings()
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. Components.Select(name => (name, SourceText.FromBytes(name, File.ReadAllBytes(Path.Combine(Repository.Corpus, name + ".manifest")))))],
                Variables = new Variables(new Dictionary<string, string> { ["LIBSTDCXXVER"] = "6.0.33" }),
                Profile = SmartOs.Profile,
            },
            Checked.Host);
        var accounts = new AccountTables(Accounts("etc/passwd"), Accounts("etc/group"));
        return TableImage.Judged(TableImage.Of(compilation.Union, Content, accounts));
    }

    private static AccountTable Accounts(string path) => AccountTable.Parse(path, File.ReadAllText(Path.Combine(Repository.Corpus, path)));

    // What is known of the contents are the tables.
    private static byte[]? Content(ImagePath path)
    {
        string file = Path.Combine(Repository.Corpus, path.Text == "etc/security/device_policy" ? "etc/device_policy" : path.Text);
        return path.Text.StartsWith("etc/", StringComparison.Ordinal) && File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}
