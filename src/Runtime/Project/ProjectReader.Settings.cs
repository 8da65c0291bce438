using ManifestLinker.Runtime.Settings;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <content>What is to be shown of the project, rather than worked on.</content>
internal sealed partial class ProjectReader
{
    /// <summary>Reads the options without what they are for, so that a wrong one is told.</summary>
    public void RefuseWrongOptions(WorkspaceFile? workspace)
    {
        ReadVariables(workspace);
        ReadPolicy(workspace);
        ReadFailOn(workspace);
    }

    /// <summary>How much each rule counts, and who says so.</summary>
    public RuleLevels ReadRuleLevels(WorkspaceFile? workspace) => new(
        workspace,
        ReadPolicy(workspace),
        Selectors(options.GetValue(project.Select)!),
        Selectors(options.GetValue(project.Ignore)!),
        [.. options.GetValue(project.Severity)!.Select(given => given.Split('=')[0])]);

    /// <summary>The selectors of rules that are given in lists with commas.</summary>
    public static IReadOnlyList<string> Selectors(IEnumerable<string> given) =>
        [.. given.SelectMany(list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
