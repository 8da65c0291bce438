using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Linker.Output;

/// <summary>A tree as plain files, without privilege, and beside it what plain files cannot say: owners and set-id bits.</summary>
public static class StagedTree
{
    /// <summary>
    /// Unpacks <paramref name="tree"/> to <paramref name="directory"/>, which must not exist, or be empty, and writes its mtree(5) listing to
    /// <c>DIRECTORY.spec</c>. Both appear together, or neither. Gives the path of the listing.
    /// </summary>
    public static string Write(FileTree tree, string directory, long time, IHost host, int jobs, CancellationToken cancel)
    {
        var place = new FreshDirectory(host.Files, directory);
        string spec = $"{place.Name}.spec";
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(tree, jobs, cancel);
        using StagingFolder staging = place.Stage();
        Unpacking.Into(staging.PathOf(place.Name), tree, host, cancel);
        Listing.WriteSpec(staging, spec, tree, digests);
        staging.SettleFile(spec, DateTimeOffset.FromUnixTimeSeconds(time));
        cancel.ThrowIfCancellationRequested();
        staging.Commit();
        return $"{directory.TrimEnd('/')}.spec";
    }
}
