using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Linker.Output;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>Unpacks a tree for a user, as <see cref="Unpacking"/> does, to a directory that is there whole or not at all.</summary>
public static class Extraction
{
    /// <summary>Unpacks <paramref name="tree"/> to <paramref name="directory"/>, which must not exist, or be empty; gives what was left out.</summary>
    public static IReadOnlyList<TreeEntry> Extract(FileTree tree, string directory, IHost host, CancellationToken cancel)
    {
        var place = new FreshDirectory(host.Files, directory);
        using StagingFolder staging = place.Stage();
        IReadOnlyList<TreeEntry> leftOut = Unpacking.Into(staging.PathOf(place.Name), tree, host, cancel);
        staging.Commit();
        return leftOut;
    }
}
