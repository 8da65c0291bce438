using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Recognises targets of links that are paths of the build machine: below one of <paramref name="trees"/>, absolute
/// directories of the host, or below a folder that is called as proto areas are.
/// </summary>
public sealed class BuildTree(IReadOnlyList<string> trees, Profile profile)
{
    // Deeper trees are more telling, and the root of the host tells nothing.
    private readonly string[] trees = [.. trees
        .Select(tree => tree.TrimEnd('/'))
        .Where(tree => tree.StartsWith('/'))
        .OrderByDescending(tree => tree.Length)];

    /// <summary>
    /// The tree that <paramref name="link"/>, which is not in the image to the end of <paramref name="walk"/>, leads into, and where
    /// in it; null where it leads into none.
    /// </summary>
    public (string Tree, string Inside)? Of(SymlinkEntry link, Walk walk) =>
        // A relative text that stays below the root means a directory of the image, whatever that is called.
        Of(link.Target, mayLeaveImage: link.Target.StartsWith('/') || walk.Climbed);

    /// <summary>The tree that the absolute <paramref name="path"/>, which is not in the image, leads into, and where in it; null where it leads into none.</summary>
    public (string Tree, string Inside)? Of(string path) => Of(path, mayLeaveImage: true);

    private (string Tree, string Inside)? Of(string target, bool mayLeaveImage)
    {
        foreach (string tree in trees)
        {
            if (target.StartsWith(tree, StringComparison.Ordinal) && target.AsSpan(tree.Length).StartsWith("/"))
                return (tree, target[(tree.Length + 1)..]);
        }
        if (!mayLeaveImage) return null;
        for (int slash = target.IndexOf('/', 1); slash >= 0; slash = target.IndexOf('/', slash + 1))
        {
            string tree = target[..slash];
            if (tree[(tree.LastIndexOf('/') + 1)..] is not ("" or "." or "..") && IsNamedAsOne(tree)) return (tree, target[(slash + 1)..]);
        }
        return null;
    }

    private bool IsNamedAsOne(string tree)
    {
        ImagePath path = ImagePath.Parse(string.Join('/', tree.Split('/').Where(name => name is not "..")));
        foreach (PathGlob glob in profile.BuildTrees)
        {
            if (glob.Matches(path)) return true;
        }
        return false;
    }
}
