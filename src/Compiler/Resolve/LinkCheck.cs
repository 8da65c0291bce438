using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Follows every symbolic link over the whole image and tells which do not arrive.</summary>
public static class LinkCheck
{
    /// <summary>The findings about the symbolic links of <paramref name="union"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, ImageNamespace image, Profile profile)
    {
        var rewriting = new LinkRewriting(union, image);
        foreach (SymlinkEntry link in union.Symlinks)
        {
            Walk walk = image.Follow(link);
            if (link.Target.StartsWith('/')) yield return AbsoluteSymlink.At(link, rewriting.MadeRelative(link));
            if (walk.Climbed) yield return SymlinkEscapesRoot.At(link, rewriting.WithoutClimbing(link));
            switch (walk.End)
            {
                case WalkEnd.Loop:
                    yield return SymlinkLoop.At(link);
                    break;
                case WalkEnd.Missing or WalkEnd.NotADirectory:
                    yield return BrokenSymlink.At(link, walk, Near(link, walk, union));
                    break;
                case WalkEnd.Provided when profile.IsOutside(walk.Path):
                    yield return SymlinkOutsidePlatform.At(link, walk.Path);
                    break;
            }
        }
    }

    private static string? Near(SymlinkEntry link, Walk walk, Union union) => walk.End == WalkEnd.Missing
        ? NearNames.Nearest(walk.Path.Name, union.Siblings(walk.Path).Where(entry => entry != link).Select(entry => entry.Path.Name))
        : null;
}
