using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Formatting;

/// <summary>
/// Lines that may change places among each other: entries without a comment, a blank line or a broken line between them. Directives
/// right above an entry speak of it and go where it goes; any other comment heads what follows, and stays.
/// </summary>
internal sealed class LineGroup
{
    private readonly IReadOnlyList<Block> blocks;

    private LineGroup(IReadOnlyList<Block> blocks)
    {
        this.blocks = blocks;
        FirstAstray = FindAstray();
    }

    /// <summary>The lines as they stand.</summary>
    public IEnumerable<LineSyntax> Lines => blocks.SelectMany(block => block.Lines);

    /// <summary>The lines in order: as <c>LC_ALL=C sort -k2</c> has them, except that lines for one path keep theirs.</summary>
    public IEnumerable<LineSyntax> Sorted => IsSorted
        ? Lines
        : blocks.OrderBy(block => block.Key, StringComparer.Ordinal).SelectMany(block => block.Lines);

    /// <summary>The first entry that sorts before the one above it; null where none does.</summary>
    public EntryLine? FirstAstray { get; }

    private bool IsSorted => FirstAstray is null;

    // Which of a node and a link of one path counts may depend on which comes later, and in order the link always does.
    private bool IsContradictory
    {
        get
        {
            HashSet<string> nodes = [.. blocks.Where(block => block.Entry?.Entry is NodeSyntax).Select(block => block.Key)];
            return blocks.Any(block => block.Entry?.Entry is LinkSyntax && nodes.Contains(block.Key[..^1]));
        }
    }

    /// <summary>All lines of <paramref name="manifest"/> in groups, in order; a line that must stay where it is, is one by itself.</summary>
    public static IEnumerable<LineGroup> Of(ManifestSyntax manifest)
    {
        var group = new List<Block>();
        var above = new List<LineSyntax>();
        foreach (LineSyntax line in manifest.Lines)
        {
            if (line is EntryLine entry && LineSpelling.IsSound(line))
            {
                var block = new Block([.. above, line], entry, KeyOf(entry));
                bool stays = above.Exists(comment => comment.Comment?.Directive is null);
                above.Clear();
                if (!stays)
                {
                    group.Add(block);
                    continue;
                }
                foreach (LineGroup before in Close(group, above)) yield return before;
                yield return new LineGroup([block]);
            }
            else if (line is CommentLine && (line.Comment?.Directive is not null || above.Count > 0))
            {
                // A comment below a directive heads what follows and belongs to the directive, so neither can go.
                above.Add(line);
            }
            else
            {
                foreach (LineGroup before in Close(group, above)) yield return before;
                yield return new LineGroup([new Block([line], null, "")]);
            }
        }
        foreach (LineGroup last in Close(group, above)) yield return last;
    }

    /// <summary>What an entry is sorted by: its second field, without the target of a link.</summary>
    public static string KeyOf(EntryLine entry) => entry.Entry switch
    {
        NodeSyntax { Path: { } path } => PathSpelling.KeyOf(path),
        LinkSyntax { Path: { } path } => PathSpelling.KeyOf(path) + "=",
        _ => "",
    };

    private EntryLine? FindAstray()
    {
        for (int i = 1; i < blocks.Count; i++)
        {
            if (string.CompareOrdinal(blocks[i - 1].Key, blocks[i].Key) > 0) return IsContradictory ? null : blocks[i].Entry;
        }
        return null;
    }

    // Directives that no entry follows stay where they are.
    private static IEnumerable<LineGroup> Close(List<Block> group, List<LineSyntax> above)
    {
        if (group.Count > 0) yield return new LineGroup([.. group]);
        foreach (LineSyntax line in above) yield return new LineGroup([new Block([line], null, "")]);
        group.Clear();
        above.Clear();
    }

    private sealed record Block(IReadOnlyList<LineSyntax> Lines, EntryLine? Entry, string Key);
}
