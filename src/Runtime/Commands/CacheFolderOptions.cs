using System.CommandLine;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;
using ManifestLinker.Runtime.Store;
using ManifestLinker.Runtime.Store.Local;

namespace ManifestLinker.Runtime.Commands;

/// <summary>The options that say which folder of a store is meant, and how the answer is written.</summary>
internal sealed class CacheFolderOptions
{
    private readonly Option<string?> folder = ProjectOptions.Single("--store", "DIR", "The folder of the store, in place of the workspace's.");
    private readonly Option<string?> format = ProjectOptions.Single("--format", "FORMAT", "text (the default) or json.");
    private readonly ProjectOptions project = new();

    public void AddTo(Command command)
    {
        command.Add(folder);
        command.Add(format);
    }

    /// <summary>Whether the answer is JSON.</summary>
    public bool IsJson(ParseResult options) => options.GetValue(format) switch
    {
        null or "text" => false,
        "json" => true,
        { } other => throw new UsageException($"--format {other}: no such format", "one of text, json"),
    };

    /// <summary>The folder that is meant.</summary>
    public LocalCache Open(ParseResult options, Invocation invocation, GlobalOptions global)
    {
        if (options.GetValue(folder) is { } given) return ActionStores.LocalAt(given, invocation);
        Workspace.WorkspaceFile workspace = new ProjectReader(invocation, options, global, project).ReadWorkspace()
            ?? throw new UsageException("there is no mlc.toml here or above", "name the folder of the store with --store");
        return ActionStores.LocalAt(StoreSettings.Of(workspace, path => path).Directory, invocation);
    }
}
