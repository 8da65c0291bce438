using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Store;

/// <summary>Finds the store that a workspace keeps the outputs of its actions in.</summary>
internal static class ActionStores
{
    /// <summary>The store of <paramref name="workspace"/>; null where it keeps none.</summary>
    public static IActionStore? Open(WorkspaceFile workspace, Invocation invocation)
    {
        _ = (workspace, invocation);
        return null;
    }
}
