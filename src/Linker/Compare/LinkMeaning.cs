using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Linker.Compare;

/// <summary>What the texts of symbolic links mean, whatever their spelling.</summary>
internal static class LinkMeaning
{
    /// <summary>
    /// Whether <paramref name="old"/> and <paramref name="now"/>, as texts of the link <paramref name="link"/> in
    /// <paramref name="tree"/>, lead to the same place: to one object, or, where nothing is, to one path.
    /// </summary>
    public static bool IsSame(FileTree tree, ImagePath link, string old, string now)
    {
        if (old.Length == 0 || now.Length == 0) return false;
        Walk first = Follow(tree, link, old);
        Walk second = Follow(tree, link, now);
        if (first.End != second.End || first.Path != second.Path) return false;
        return first.End == WalkEnd.Found || Plain(link, old).Equals(Plain(link, now), StringComparison.Ordinal);
    }

    /// <summary>The kind of what <paramref name="text"/>, as that of the link <paramref name="link"/>, leads to in <paramref name="tree"/>; null for nothing.</summary>
    public static FileKind? KindOf(FileTree tree, ImagePath link, string text) =>
        Follow(tree, link, text) is { End: WalkEnd.Found, Path: var path } ? tree.Find(path)?.Kind : null;

    private static Walk Follow(FileTree tree, ImagePath link, string text) =>
        PathWalker.Follow(link.Parent, text, path => TreePath.Look(tree, path));

    // Relative to the directory of the link, without detours.
    private static string Plain(ImagePath link, string text) =>
        LinkText.WithoutDetours(text.StartsWith('/') ? LinkText.Relative(link.Parent, text) : text);
}
