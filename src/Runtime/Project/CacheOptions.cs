using System.CommandLine;
using ManifestLinker.Compiler.Audit.Cache;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <summary>The option that says where facts of objects are kept from one run to the next: the folder given, else the workspace's, else nowhere.</summary>
internal sealed class CacheOptions
{
    private readonly Option<string?> folder = ProjectOptions.Single("--cache", "DIR", "Keep what is known of the objects in DIR, so that the next run need not read them again.");

    private readonly Option<bool> none = new("--no-cache") { Description = "Read all objects anew, whatever the workspace says." };

    public void AddTo(Command command)
    {
        command.Add(folder);
        command.Add(none);
    }

    /// <summary>The cache; null for none.</summary>
    public FactsCache? Open(ParseResult options, WorkspaceFile? workspace, Invocation invocation)
    {
        if (options.GetValue(none)) return null;
        string? path = options.GetValue(folder) ?? (workspace?.Audit.Cache is { } cache ? workspace.PathOf(cache).Opened : null);
        return path is null ? null : FactsCache.Load(invocation.Host, path);
    }
}
