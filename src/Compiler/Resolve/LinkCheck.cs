using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Follows every symbolic link over the whole image, and tells which do not arrive, and which go a way that they should not. Of
/// the rules about links that do not arrive only the one that knows most speaks.
/// </summary>
public static class LinkCheck
{
    /// <summary>The findings about the symbolic links of <paramref name="union"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, ImageNamespace image, Profile profile, BuildTree buildTree)
    {
        var rewriting = new LinkRewriting(union, image);
        foreach (SymlinkEntry link in union.Symlinks)
        {
            Walk walk = image.Follow(link);
            if (walk.End != WalkEnd.Found && buildTree.Of(link, walk) is { } tree)
            {
                yield return SymlinkToBuildTree.At(link, tree.Tree, Delivered(tree.Inside, link, union));
                continue;
            }
            bool absolute = link.Target.StartsWith('/');
            if (absolute) yield return AbsoluteSymlink.At(link, rewriting.MadeRelative(link));
            if (walk.Climbed) yield return SymlinkEscapesRoot.At(link, rewriting.WithoutClimbing(link));
            switch (walk.End)
            {
                case WalkEnd.Loop:
                    yield return SymlinkLoop.At(link);
                    break;
                case WalkEnd.NotADirectory when walk.WantsDirectory:
                    yield return SymlinkTypeMismatch.At(link, walk);
                    break;
                case WalkEnd.Missing or WalkEnd.NotADirectory:
                    yield return DanglingLibrary(link, walk, union, image) ?? BrokenSymlink.At(link, walk, Near(link, walk, union));
                    break;
                case WalkEnd.Provided when profile.IsOutside(walk.Path):
                    yield return SymlinkOutsidePlatform.At(link, walk.Path);
                    break;
                case WalkEnd.Found:
                    if (walk.LeavesLink) yield return SymlinkThroughSymlinkDir.At(link, walk, union, image);
                    else if (walk.HasDetour && !absolute && !walk.Climbed) yield return SymlinkNonminimal.At(link, union, image);
                    if (walk.Chain > 1 && SymlinkChain.At(link, walk, union, image) is { } chain) yield return chain;
                    break;
            }
        }
    }

    private static Finding? DanglingLibrary(SymlinkEntry link, Walk walk, Union union, ImageNamespace image) =>
        walk.End == WalkEnd.Missing ? CompilationLinkDangling.Check(link, walk.Path, union, image) : null;

    private static string? Near(SymlinkEntry link, Walk walk, Union union) => walk.End == WalkEnd.Missing
        ? NearNames.Nearest(walk.Path.Name, union.Siblings(walk.Path).Where(entry => entry != link).Select(entry => entry.Path.Name))
        : null;

    // A proto area has the paths of the image below it.
    private static string? Delivered(string inside, SymlinkEntry link, Union union) =>
        ImagePath.TryParse(inside, out ImagePath path) && union.Find(path) is not null && path != link.Path
            ? LinkText.Between(link.Path.Parent, path)
            : null;
}
