using ManifestLinker.Runtime.Store;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Steps;

/// <summary>A store that keeps each result in a folder named after its key.</summary>
internal sealed class FolderStore(string folder) : IActionStore
{
    public List<string> Asked { get; } = [];

    public List<string> Kept { get; } = [];

    public bool Restore(ActionKey key, string to, CancellationToken cancel)
    {
        Asked.Add(key.Hex);
        string known = Path.Combine(folder, key.Hex);
        if (!Directory.Exists(known)) return false;
        ForeignTool.RunIn("/", "rm", "-rf", to);
        ForeignTool.RunIn("/", "cp", "-a", known, to);
        return true;
    }

    public void Keep(ActionKey key, string from, CancellationToken cancel)
    {
        Kept.Add(key.Hex);
        Directory.CreateDirectory(folder);
        ForeignTool.RunIn("/", "cp", "-a", from, Path.Combine(folder, key.Hex));
    }
}
