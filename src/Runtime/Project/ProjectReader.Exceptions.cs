using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import.Exceptions;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <content>What is right as it is, whoever says so beside the workspace file.</content>
internal sealed partial class ProjectReader
{
    // The lines of illumos's own file that nothing needs any more are illumos's to take out: they are never stale here.
    private IReadOnlyList<Suppression> BuiltInExcuses(WorkspaceFile? workspace, Profile profile)
    {
        if (workspace is not { Audit.Exceptions.Count: > 0 }) return profile.Exceptions;
        var findings = new List<Finding>();
        Suppression[] excuses =
            [.. workspace.Audit.Exceptions.SelectMany(file => CheckRtimeFile.Read(ReadText(workspace.PathOf(file).Opened), findings))];
        ConfigurationProblem[] problems =
        [
            .. findings.Where(finding => finding is { Severity: Severity.Error, Location: not null })
                .Select(finding => new ConfigurationProblem(ConfigValue.Rule, finding.Location!, finding.Message, finding.Help ?? "mend the line, or take it out")),
        ];
        return problems.Length == 0 ? [.. profile.Exceptions, .. excuses] : throw new ConfigurationException(problems);
    }
}
