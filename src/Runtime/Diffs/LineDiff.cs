namespace ManifestLinker.Runtime.Diffs;

/// <summary>
/// Where two lists of lines differ, by patience sorting: lines that stand once on either side and in the same order hold the lists
/// together, and what lies between them is compared by itself. The lines of a manifest nearly all stand once.
/// </summary>
internal sealed class LineDiff
{
    private readonly int[] before;
    private readonly int[] after;
    private readonly List<Change> changes = [];

    private LineDiff(int[] before, int[] after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>The places where <paramref name="after"/> differs from <paramref name="before"/>, in order; between two of them at least one line is the same.</summary>
    public static IReadOnlyList<Change> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var diff = new LineDiff(Numbered(before, numbers), Numbered(after, numbers));
        diff.Compare(0, before.Count, 0, after.Count);
        return diff.changes;
    }

    private static int[] Numbered(IReadOnlyList<string> lines, Dictionary<string, int> numbers)
    {
        var numbered = new int[lines.Count];
        for (int i = 0; i < numbered.Length; i++)
        {
            if (!numbers.TryGetValue(lines[i], out numbered[i])) numbers.Add(lines[i], numbered[i] = numbers.Count);
        }
        return numbered;
    }

    private void Compare(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        while (oldStart < oldEnd && newStart < newEnd && before[oldStart] == after[newStart]) (oldStart, newStart) = (oldStart + 1, newStart + 1);
        while (oldStart < oldEnd && newStart < newEnd && before[oldEnd - 1] == after[newEnd - 1]) (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        if (oldStart == oldEnd && newStart == newEnd) return;
        IReadOnlyList<(int Old, int New)> anchors = oldStart == oldEnd || newStart == newEnd ? [] : Anchors(oldStart, oldEnd, newStart, newEnd);
        if (anchors.Count == 0)
        {
            changes.Add(new Change(oldStart, oldEnd - oldStart, newStart, newEnd - newStart));
            return;
        }
        foreach ((int oldAnchor, int newAnchor) in anchors)
        {
            Compare(oldStart, oldAnchor, newStart, newAnchor);
            (oldStart, newStart) = (oldAnchor + 1, newAnchor + 1);
        }
        Compare(oldStart, oldEnd, newStart, newEnd);
    }

    // The longest run of common lines, each of which stands once on either side, that have the same order on both.
    private IReadOnlyList<(int Old, int New)> Anchors(int oldStart, int oldEnd, int newStart, int newEnd)
    {
        Dictionary<int, int> once = Once(before, oldStart, oldEnd);
        Dictionary<int, int> onceNow = Once(after, newStart, newEnd);
        var piles = new List<(int Old, int New, int Before)>();
        var tops = new List<int>();
        for (int at = newStart; at < newEnd; at++)
        {
            if (onceNow[after[at]] < 0 || !once.TryGetValue(after[at], out int old) || old < 0) continue;
            int low = 0;
            for (int high = tops.Count; low < high;)
            {
                int middle = (low + high) / 2;
                if (piles[tops[middle]].Old < old) low = middle + 1;
                else high = middle;
            }
            piles.Add((old, at, low == 0 ? -1 : tops[low - 1]));
            if (low == tops.Count) tops.Add(piles.Count - 1);
            else tops[low] = piles.Count - 1;
        }
        var anchors = new List<(int Old, int New)>();
        for (int at = tops.Count == 0 ? -1 : tops[^1]; at >= 0; at = piles[at].Before) anchors.Add((piles[at].Old, piles[at].New));
        anchors.Reverse();
        return anchors;
    }

    // Where each line stands; less than 0 for one that stands there more than once.
    private static Dictionary<int, int> Once(int[] lines, int start, int end)
    {
        var places = new Dictionary<int, int>();
        for (int at = start; at < end; at++)
        {
            if (!places.TryAdd(lines[at], at)) places[lines[at]] = -1;
        }
        return places;
    }
}

/// <summary>The <paramref name="OldCount"/> lines from <paramref name="OldStart"/> on, counted from 0, became the <paramref name="NewCount"/> lines from <paramref name="NewStart"/> on.</summary>
internal readonly record struct Change(int OldStart, int OldCount, int NewStart, int NewCount)
{
    public int OldEnd => OldStart + OldCount;

    public int NewEnd => NewStart + NewCount;
}
