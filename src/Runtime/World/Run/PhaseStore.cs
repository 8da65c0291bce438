using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>The store that phases keep what they make in.</summary>
internal static class PhaseStore
{
    /// <summary>The store that the workspace file <paramref name="workspaceFile"/> declares; null for none.</summary>
    public static IActionStore? Open(Invocation invocation, string workspaceFile)
    {
        _ = invocation;
        _ = workspaceFile;
        return null;
    }
}
