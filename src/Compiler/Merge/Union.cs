using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Merge;

/// <summary>The entries of all components together: one for each path, in ordinal order of the paths.</summary>
public sealed class Union
{
    private readonly Dictionary<ImagePath, Entry> byPath;
    private readonly Dictionary<ImagePath, HardLinkEnd> ends = [];
    private readonly ILookup<ImagePath, Entry> repeated;
    private readonly Lazy<ILookup<ImagePath, Entry>> byParent;
    private readonly Lazy<HashSet<ImagePath>> shared;

    internal Union(Dictionary<ImagePath, Entry> byPath, ILookup<ImagePath, Entry> repeated)
    {
        this.byPath = byPath;
        this.repeated = repeated;
        Entry[] sorted = [.. byPath.Values];
        Array.Sort(sorted, (a, b) => a.Path.CompareTo(b.Path));
        Entries = sorted;
        Files = [.. sorted.OfType<FileEntry>()];
        Directories = [.. sorted.OfType<DirectoryEntry>()];
        Symlinks = [.. sorted.OfType<SymlinkEntry>()];
        HardLinks = [.. sorted.OfType<HardLinkEntry>()];
        // Rules ask for these at the same time: what is remembered is remembered before, or under a lock.
        foreach (HardLinkEntry link in HardLinks) RememberEnd(link);
        byParent = new(() => sorted.ToLookup(entry => entry.Path.Parent));
        shared = new(() => [.. HardLinks.Select(link => EndOf(link).Path)]);
    }

    /// <summary>The entries, in ordinal order of their paths.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>Those of <see cref="Entries"/> that are files.</summary>
    public IReadOnlyList<FileEntry> Files { get; }

    /// <summary>Those that are directories.</summary>
    public IReadOnlyList<DirectoryEntry> Directories { get; }

    /// <summary>Those that are symbolic links.</summary>
    public IReadOnlyList<SymlinkEntry> Symlinks { get; }

    /// <summary>Those that are hard links.</summary>
    public IReadOnlyList<HardLinkEntry> HardLinks { get; }

    /// <summary>The entries that have a mode, an owner and a group: files, then directories.</summary>
    public IEnumerable<NodeEntry> Nodes => Files.Concat<NodeEntry>(Directories);

    /// <summary>The entry of <paramref name="path"/>; null where no line declares it.</summary>
    public Entry? Find(ImagePath path) => byPath.GetValueOrDefault(path);

    /// <summary>
    /// Every declaration of the path of <paramref name="entry"/>, in the order they were given: that one, and those that lost to
    /// it. What is changed in one of them has to be changed in all.
    /// </summary>
    public IEnumerable<Entry> DeclarationsOf(Entry entry) => repeated.Contains(entry.Path) ? repeated[entry.Path] : [entry];

    /// <summary>Whether several lines declare <paramref name="path"/>, so that a change of one of them contradicts the others.</summary>
    public bool IsRepeated(ImagePath path) => repeated.Contains(path);

    /// <summary>Whether hard links are other names of the object at <paramref name="path"/>.</summary>
    public bool IsShared(ImagePath path) => shared.Value.Contains(path);

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
    public IEnumerable<Entry> Siblings(ImagePath path) => byParent.Value[path.Parent];

    /// <summary>Where <paramref name="link"/> ends. Each link of a chain is followed once, however many lead into it.</summary>
    public HardLinkEnd EndOf(HardLinkEntry link) => ends.TryGetValue(link.Path, out HardLinkEnd known) ? known : Follow(link, []);

    private void RememberEnd(HardLinkEntry link)
    {
        var chain = new HashSet<ImagePath>();
        HardLinkEnd end = Follow(link, chain);
        foreach (ImagePath passed in chain) ends[passed] = end;
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
