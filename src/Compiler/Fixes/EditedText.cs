using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>A text before and after <paramref name="edits"/>, which are sorted and do not overlap.</summary>
public sealed class EditedText(SourceText before, SourceText after, IReadOnlyList<Edit> edits)
{
    private int[]? origins;

    /// <summary>The text as it was.</summary>
    public SourceText Before => before;

    /// <summary>The text as it is now; the same object where nothing was changed.</summary>
    public SourceText After => after;

    /// <summary>The number of the line of <see cref="Before"/> that became the line <paramref name="number"/> of <see cref="After"/>; 0 where that was inserted.</summary>
    public int OriginOf(int number) => edits.Count == 0 ? number : (origins ??= FindOrigins())[number - 1];

    private int[] FindOrigins()
    {
        var found = new int[after.LineCount];
        int next = 0;
        // How much further the text behind the edits that were passed has moved.
        int moved = 0;
        for (int i = 0; i < found.Length; i++)
        {
            int start = after.LineAt(i + 1).Start;
            for (; next < edits.Count && edits[next].Start + moved + edits[next].Replacement.Length <= start; next++)
                moved += edits[next].Replacement.Length - edits[next].Length;
            bool within = next < edits.Count && start >= edits[next].Start + moved;
            // Of lines that were replaced together none is the one before.
            if (within && (edits[next].Length == 0 || edits[next].Replacement.Contains('\n', StringComparison.Ordinal))) continue;
            int old = within ? edits[next].Start : start - moved;
            found[i] = old < before.Text.Length ? before.LineOf(old).Number : 0;
        }
        return found;
    }
}
