namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>The text of a <c>DT_RUNPATH</c> or <c>DT_RPATH</c>, of a dependency or of a filter: one path or several, parted by separators.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Segments">Its segments in their order, the empty ones among them; none where the text is empty.</param>
public sealed record SearchList(string Text, IReadOnlyList<SearchSegment> Segments)
{
    /// <summary>A list without segments.</summary>
    public static readonly SearchList Empty = new("", []);

    /// <summary>The list in <paramref name="text"/>, read as illumos does. There is one for every text.</summary>
    public static SearchList Parse(string text) => Parse(text, PathSyntax.Illumos);

    /// <summary>The list in <paramref name="text"/>, read as <paramref name="syntax"/> says. There is one for every text.</summary>
    public static SearchList Parse(string text, PathSyntax syntax)
    {
        if (text.Length == 0) return Empty;
        var segments = new List<SearchSegment>();
        for (int start = 0; start <= text.Length;)
        {
            int length = text.AsSpan(start).IndexOfAny(syntax.Separators);
            int end = length < 0 ? text.Length : start + length;
            string segment = text[start..end];
            char deciding = end < text.Length ? text[end] : text[^1];
            segments.Add(new SearchSegment(start, segment, start == end && deciding == ':', syntax.TokensIn(segment)));
            start = end + 1;
        }
        return new SearchList(text, segments);
    }

    /// <summary>What it comes to for an object in a directory: the segments in their order, each with where it leads (see <see cref="TokenValues.Expand"/>).</summary>
    public IEnumerable<ExpandedPath> Expand(string origin, TokenValues values)
    {
        foreach (SearchSegment segment in Segments)
        {
            foreach (ExpandedPath path in values.Expand(segment, origin)) yield return path;
        }
    }
}
