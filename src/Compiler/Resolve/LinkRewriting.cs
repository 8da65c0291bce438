using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Gives a symbolic link another text, where nothing else changes by it.</summary>
public sealed class LinkRewriting(Union union, ImageNamespace image)
{
    /// <summary>
    /// The fix that makes <paramref name="text"/> the target of <paramref name="link"/>. There is none where other names of the
    /// link, in other directories, would lead elsewhere; where another line declares the link, too; where the directory is reached
    /// through a link, so that ".." does not lead where its path says; where a variable would be written out; and where a line
    /// cannot hold the text.
    /// </summary>
    public IReadOnlyList<Fix> To(string text, FixSafety safety, SymlinkEntry link)
    {
        Token word = link.Origin.Target;
        bool possible = word.Is(link.Target)
            && !text.AsSpan().ContainsAny("=#$@%")
            && EscapedUtf8.ByteCount(text) <= PathTooLong.MaxPath
            && !union.IsRepeated(link.Path)
            && !union.IsShared(link.Path)
            && image.IsReal(link.Path.Parent);
        return possible ? [Fix.Of(safety, $"make {text} its target", Edit.Replace(word, text))] : [];
    }

    /// <summary>The fix that gives <paramref name="link"/>, which has an absolute text, a relative one; none where it need not lead to the same.</summary>
    public IReadOnlyList<Fix> MadeRelative(SymlinkEntry link) => Proved(link, LinkText.Relative(link.Path.Parent, link.Target));

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
        return same && !text.Equals(link.Target, StringComparison.Ordinal) ? To(text, FixSafety.Safe, link) : [];
    }
}
