using ManifestLinker.Runtime.Store;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.World;

/// <summary>A store in a folder, copied to and from by <c>cp</c>, that takes down what is asked of it.</summary>
internal sealed class StoreDouble(string store) : IActionStore
{
    public List<string> Asked { get; } = [];

    public bool Restore(ActionKey key, string folder, CancellationToken cancel)
    {
        bool isThere = Directory.Exists($"{store}/{key}");
        Asked.Add($"restore {(isThere ? "hit" : "miss")}");
        if (!isThere) return false;
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        ForeignTool.RunIn("/", "cp", "-a", $"{store}/{key}", folder);
        return true;
    }

    public void Keep(ActionKey key, string folder, CancellationToken cancel)
    {
        Asked.Add("keep");
        Directory.CreateDirectory(store);
        if (Directory.Exists($"{store}/{key}")) Directory.Delete($"{store}/{key}", recursive: true);
        ForeignTool.RunIn("/", "cp", "-a", folder, $"{store}/{key}");
    }

    /// <summary>Loses one of what it has, by its place in the order of keys.</summary>
    public void Lose(int index) => Directory.Delete(Directory.GetDirectories(store).Order(StringComparer.Ordinal).ElementAt(index), recursive: true);
}
