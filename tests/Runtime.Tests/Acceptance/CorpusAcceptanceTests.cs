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

    private JsonElement Check(TemporaryFolder folder, bool excused, int exitStatus)
    {
        File.WriteAllText(folder.At("mlc.toml"), Platform.WorkspaceFile(excused));
        return JsonDocument.Parse(Mlc.In(folder.Path, "check", "--format", "json").Run().Exits(exitStatus).Bytes).RootElement;
    }
}
