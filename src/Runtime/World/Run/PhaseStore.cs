using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Store;

namespace ManifestLinker.Runtime.World.Run;

/// <summary>The store that phases keep what they make in: which one, mlc tells the processes that it starts by a variable, since its address may hold a password.</summary>
internal static class PhaseStore
{
    /// <summary>The name of the variable.</summary>
    public const string Variable = "MLC_WORLD_STORE";

    /// <summary>The store of the run that this process belongs to; null for none.</summary>
    public static IActionStore? Open(Invocation invocation) =>
        invocation.Environment(Variable) is { Length: > 0 } settings ? ActionStores.Open(StoreSettings.OfText(settings), invocation) : null;
}
