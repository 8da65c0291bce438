using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>Writes the text of a symbolic link anew, so that it leads exactly where it led.</summary>
public sealed class LinkRewriting(Union union, ImageNamespace image)
{
    private readonly Lazy<HashSet<ImagePath>> alsoNamed = new(() =>
        [.. union.Entries.OfType<HardLinkEntry>().Select(link => union.EndOf(link)).Where(end => end.Entry is SymlinkEntry).Select(end => end.Path)]);

    /// <summary>The text that leads from <paramref name="directory"/> to where the absolute path <paramref name="target"/> leads.</summary>
    public static string Relative(ImagePath directory, string target)
    {
        string[] to = [.. target.Split('/').Where(name => name is not ("" or ".")).SkipWhile(name => name is "..")];
        string text = LinkText.Between(directory, to);
        // A slash at the end demands a directory; so does what ends in "." or "..".
        bool demands = text[^1] != '.' && (target.EndsWith('/') || target.EndsWith("/.", StringComparison.Ordinal));
        return demands ? text + "/" : text;
    }

    /// <summary>The relative text for <paramref name="link"/>, which has an absolute one; null where it need not lead to the same.</summary>
    public string? MadeRelative(SymlinkEntry link) => Proved(link, Relative(link.Path.Parent, link.Target));

    /// <summary>The text of <paramref name="link"/> without the <c>..</c> at its start that lead above the root; null where there are none, or it need not lead to the same.</summary>
    public string? WithoutClimbing(SymlinkEntry link)
    {
        string[] names = link.Target.Split('/');
        int start = names.TakeWhile(name => name is "" or "." or "..").Count();
        int depth = link.Target.StartsWith('/') ? 0 : link.Path.Depth - 1;
        if (names[..start].Count(name => name is "..") <= depth) return null;
        string text = string.Join('/', [.. Enumerable.Repeat("..", depth), .. names[start..]]);
        return Proved(link, link.Target.StartsWith('/') ? "/" + text : text.Length == 0 ? "." : text);
    }

    // The other name of a link lies elsewhere, and from there the text would lead elsewhere; so does one below a link.
    private string? Proved(SymlinkEntry link, string text)
    {
        if (!link.Origin.Target.Is(link.Target) || text.Equals(link.Target, StringComparison.Ordinal) || alsoNamed.Value.Contains(link.Path)) return null;
        for (ImagePath above = link.Path.Parent; !above.IsRoot; above = above.Parent)
        {
            if (image.Look(above).Kind != StepKind.Directory) return null;
        }
        Walk before = image.Follow(link);
        Walk after = PathWalker.FollowLink(link.Path.Parent, text, image.Look);
        return before with { Climbed = false } == after with { Climbed = false } ? text : null;
    }
}
