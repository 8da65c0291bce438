using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>Reads a workspace file.</summary>
internal static class WorkspaceReader
{
    public static (WorkspaceFile? File, IReadOnlyList<ConfigurationProblem> Problems) Read(SourceText source) =>
        (new WorkspaceFile
        {
            Source = source,
            Platform = new(null, null, null),
            Components = [],
            VariableValues = [],
            SearchDirectories = null,
            Accounts = new(null, null),
            Root = FileSystemSection.Unsaid,
            Usr = FileSystemSection.Unsaid,
            Exceptions = [],
            Runtime = [],
            Rules = new([], [], []),
            FailOn = null,
        }, []);
}
