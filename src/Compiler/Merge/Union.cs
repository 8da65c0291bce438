using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Merge;

/// <summary>The entries of all components together: one for each path, in ordinal order of the paths.</summary>
public sealed class Union
{
    private readonly Dictionary<ImagePath, Entry> byPath;
    private readonly Dictionary<ImagePath, HardLinkEnd> ends = [];
    private ILookup<ImagePath, Entry>? byParent;

    internal Union(Dictionary<ImagePath, Entry> byPath)
    {
        this.byPath = byPath;
        Entry[] sorted = [.. byPath.Values];
        Array.Sort(sorted, (a, b) => a.Path.CompareTo(b.Path));
        Entries = sorted;
    }

    /// <summary>The entries, in ordinal order of their paths.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The entry of <paramref name="path"/>; null where no line declares it.</summary>
    public Entry? Find(ImagePath path) => byPath.GetValueOrDefault(path);

    /// <summary>How many entries have a path that sorts before <paramref name="path"/>.</summary>
    public int CountBefore(ImagePath path)
    {
        int low = 0;
        for (int high = Entries.Count; low < high;)
        {
            int middle = (low + high) / 2;
            if (Entries[middle].Path < path) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>Whether anything is declared at <paramref name="path"/> or below it.</summary>
    public bool HasAtOrBelow(ImagePath path)
    {
        if (Find(path) is not null) return true;
        int next = CountBefore(path.Append(""));
        return next < Entries.Count && Entries[next].Path.IsAtOrBelow(path);
    }

    /// <summary>The entries in the directory of <paramref name="path"/>.</summary>
    public IEnumerable<Entry> Siblings(ImagePath path) => (byParent ??= Entries.ToLookup(entry => entry.Path.Parent))[path.Parent];

    /// <summary>Where <paramref name="link"/> ends. Each link of a chain is followed once, however many lead into it.</summary>
    public HardLinkEnd EndOf(HardLinkEntry link)
    {
        var chain = new HashSet<ImagePath>();
        HardLinkEnd end = Follow(link, chain);
        foreach (ImagePath passed in chain) ends[passed] = end;
        return end;
    }

    private HardLinkEnd Follow(HardLinkEntry link, HashSet<ImagePath> chain)
    {
        for (HardLinkEntry at = link; ;)
        {
            if (ends.TryGetValue(at.Path, out HardLinkEnd known)) return known;
            if (!chain.Add(at.Path)) return new(at.Path, null, IsCycle: true);
            Entry? entry = Find(at.Existing);
            if (entry is not HardLinkEntry next) return new(at.Existing, entry, IsCycle: false);
            at = next;
        }
    }
}
