using System.Text.Json;
using ManifestLinker.Runtime.Tests.Acceptance.Inputs;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>
/// The real manifests of SmartOS over a proto area of real size, as programs of others see it. It takes minutes, so it runs
/// only where <c>MLC_ACCEPTANCE</c> asks for it.
/// </summary>
[ClassNeeding("$MLC_ACCEPTANCE", "shared:corpus/smartos", "$MLC_AREA or python3", "$MLC_AREA or shared:tools/mkproto")]
public class CorpusAcceptanceTests(CorpusPlatform platform) : AcceptanceTests<CorpusPlatform>(platform)
{
    [FactNeeding]
    public void The_exceptions_excuse_the_known_faults_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        JsonElement found = Check(folder, excused: false, exitStatus: 1);
        found.GetProperty("diagnostics").EnumerateArray()
            .Where(finding => finding.GetProperty("severity").GetString() == "error")
            .Select(finding => (finding.GetProperty("rule").GetString(), finding.GetProperty("subject").GetProperty("path").GetString()))
            .Should().BeEquivalentTo(KnownFault.OfTheCorpus.Select(fault => (fault.Rule, fault.Path)));

        JsonElement before = found.GetProperty("summary"), after = Check(folder, excused: true, exitStatus: 0).GetProperty("summary");
        after.GetProperty("error").GetInt32().Should().Be(0);
        // What the profile excuses is excused before and after.
        after.GetProperty("suppressed").GetInt32().Should().Be(before.GetProperty("suppressed").GetInt32() + KnownFault.OfTheCorpus.Count);
        foreach (string severity in new[] { "warning", "info" })
            after.GetProperty(severity).GetInt32().Should().Be(before.GetProperty(severity).GetInt32());
    }

    [FactNeeding("openssl")]
    public void The_password_opens_the_account_of_root_and_the_rest_is_written_as_it_should_be()
    {
        string[] shadow = Cat("etc/shadow").Split('\n');
        string hash = shadow.Single(line => line.StartsWith("root:", StringComparison.Ordinal)).Split(':')[1];
        ForeignTool.Run("openssl", "passwd", "-6", "-salt", hash.Split('$')[2], CorpusPlatform.RootPassword).Exits(0).Output.Trim().Should().Be(hash);
        File.ReadAllText(Path.Combine(Platform.Linked.PlatformFolder, "root.password")).Should().Be(CorpusPlatform.RootPassword + "\n");
        Cat("etc/release").Should().StartWith($"                     SmartOS {LinkedPlatform.Stamp} x86_64\n                    Copyright 2026 Edgecast Cloud LLC.\n");
        Cat("usr/share/man/man.cf").Should().MatchRegex(@"\A(#[^\n]*\n){8}MANSECTS=([^,\n]+,){20,}\n\z");
        Cat("var/log/syslog").Should().BeEmpty();
        Cat("var/adm/wtmpx").Should().BeEmpty();
    }

    // Each of them was read, and is so; what these rules do not find in manifests that have shipped for years is as telling.
    [FactNeeding]
    public void Paths_and_links_have_these_findings_and_no_others()
    {
        using var folder = new TemporaryFolder();
        ILookup<string?, string?> found = Check(folder, excused: false, exitStatus: 1).GetProperty("diagnostics").EnumerateArray().ToLookup(
            finding => finding.GetProperty("rule").GetString(),
            finding => finding.TryGetProperty("subject", out JsonElement subject) ? subject.GetProperty("path").GetString() : null);

        found["MLC7007"].Should().BeEquivalentTo(
            "usr/gnu/bin/captoinfo", "usr/gnu/bin/infotocap", "usr/gnu/bin/reset", "lib/libzfs_core.so.1", "usr/lib/lwp/amd64/libthread.so.1",
            "usr/lib/lwp/amd64/libthread_db.so.1", "usr/lib/lwp/libthread.so.1", "usr/lib/lwp/libthread_db.so.1");
        found["MLC7008"].Should().HaveCount(11);
        found["MLC7011"].Should().Equal("usr/gnu/lib/64");
        string[] none = ["MLC1010", "MLC1014", "MLC2010", "MLC2011", "MLC2012", "MLC2018", "MLC7005", "MLC7009", "MLC7010", "MLC7012"];
        none.Should().OnlyContain(rule => !found[rule].Any());
    }

    private string Cat(string path) => Mlc.In(Platform.Linked.Folder, "cat", Platform.Linked.PlatformFolder, path).Run().Exits(0).Output;

    private JsonElement Check(TemporaryFolder folder, bool excused, int exitStatus)
    {
        File.WriteAllText(folder.At("mlc.toml"), Platform.WorkspaceFile(excused));
        return JsonDocument.Parse(Mlc.In(folder.Path, "check", "--format", "json").Run().Exits(exitStatus).Bytes).RootElement;
    }
}
