using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Writes the text of a symbolic link anew, so that it leads exactly where it led.</summary>
public sealed class LinkRewriting(Union union, ImageNamespace image)
{
    /// <summary>The text that leads from <paramref name="directory"/> to where the absolute path <paramref name="target"/> leads.</summary>
    public static string Relative(ImagePath directory, string target)
    {
        string[] to = [.. target.Split('/').Where(name => name is not ("" or ".")).SkipWhile(name => name is "..")];
        string text = LinkText.Between(directory, to);
        // A slash at the end demands a directory; so does what ends in "." or "..".
        bool demands = text[^1] != '.' && (target.EndsWith('/') || target.EndsWith("/.", StringComparison.Ordinal));
        return demands ? text + "/" : text;
    }

    /// <summary>The fix that gives <paramref name="link"/>, which has an absolute text, a relative one; none where it need not lead to the same.</summary>
    public IReadOnlyList<Fix> MadeRelative(SymlinkEntry link) => Proved(link, Relative(link.Path.Parent, link.Target));

    /// <summary>The fix that takes the <c>..</c> at the start away that lead above the root; none where there are none, or it need not lead to the same.</summary>
    public IReadOnlyList<Fix> WithoutClimbing(SymlinkEntry link)
    {
        string[] names = link.Target.Split('/');
        int start = names.TakeWhile(name => name is "" or "." or "..").Count();
        int depth = link.Target.StartsWith('/') ? 0 : link.Path.Depth - 1;
        if (names[..start].Count(name => name is "..") <= depth) return [];
        string text = string.Join('/', [.. Enumerable.Repeat("..", depth), .. names[start..]]);
        return Proved(link, link.Target.StartsWith('/') ? "/" + text : text.Length == 0 ? "." : text);
    }

    private IReadOnlyList<Fix> Proved(SymlinkEntry link, string text)
    {
        Walk before = image.Follow(link);
        Walk after = PathWalker.FollowLink(link.Path.Parent, text, image.Look);
        bool same = (before.End, before.Path, before.IsDirectory) == (after.End, after.Path, after.IsDirectory);
        return same && !text.Equals(link.Target, StringComparison.Ordinal) ? LinkRewrite.To(text, FixSafety.Safe, link, union, image) : [];
    }
}
