using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Merge;

/// <summary>
/// Puts the entries of all components together. The key is the normalised path, for all four types alike; every later
/// declaration of a path is compared with the first. Modes compare by value.
/// </summary>
public static class Merger
{
    /// <summary>Merges <paramref name="entries"/>, in the order the components are given, and adds what is wrong to <paramref name="findings"/>.</summary>
    public static Union Merge(IEnumerable<Entry> entries, Winner winner, ICollection<Finding> findings)
    {
        var first = new Dictionary<ImagePath, Entry>();
        var last = new Dictionary<ImagePath, Entry>();
        foreach (Entry entry in entries)
        {
            if (first.TryAdd(entry.Path, entry)) continue;
            findings.Add(Compare(first[entry.Path], entry));
            last[entry.Path] = entry;
        }
        if (winner == Winner.Last)
        {
            foreach (Entry entry in last.Values) first[entry.Path] = entry;
        }
        return new Union(first, last.Keys.ToHashSet());
    }

    private static Finding Compare(Entry first, Entry again)
    {
        if (first.GetType() != again.GetType()) return TypeConflict.At(first, again);
        Difference[] differences = [.. first.DifferencesFrom(again)];
        return (again is DirectoryEntry, differences.Length > 0) switch
        {
            (true, true) => DirAttrConflict.At(first, again, differences),
            (true, false) => RedundantDir.At(first, again),
            (false, true) => DuplicateConflict.At(first, again, differences),
            (false, false) => DuplicateIdentical.At(first, again),
        };
    }
}
