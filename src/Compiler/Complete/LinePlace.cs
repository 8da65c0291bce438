using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Complete;

/// <summary>Finds the place where a line for a path belongs: in the manifest that delivers most of its directory, in the order of the paths.</summary>
internal static class LinePlace
{
    /// <summary>The entry nearest to <paramref name="path"/>, and whether the line goes behind it; null where nothing is declared above.</summary>
    public static (Entry Neighbour, bool Behind)? For(Union union, ImagePath path)
    {
        for (ImagePath at = path; !at.IsRoot; at = at.Parent)
        {
            if (ManifestOf(union.Siblings(at).Where(entry => entry.Path != at)) is { } manifest) return Nearest(union, manifest, path, at.Parent);
            if (union.Find(at.Parent) is DirectoryEntry directory) return (directory, true);
        }
        return null;
    }

    /// <summary>The change that puts <paramref name="line"/> at <paramref name="place"/>.</summary>
    public static Edit Insert((Entry Neighbour, bool Behind) place, string line)
    {
        Token at = place.Neighbour.Origin.Path;
        return place.Behind ? Edit.InsertAfter(at.Source, at.Line, line) : Edit.InsertBefore(at.Source, at.Line, line);
    }

    private static SourceText? ManifestOf(IEnumerable<Entry> siblings) => siblings
        .GroupBy(entry => entry.Origin.Path.Source)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // The last entry of the directory, or below it, that sorts before the path; where all sort behind it, the first.
    private static (Entry, bool)? Nearest(Union union, SourceText manifest, ImagePath path, ImagePath directory)
    {
        Entry? first = null;
        for (int i = union.CountBefore(path) - 1; i >= 0; i--)
        {
            Entry entry = union.Entries[i];
            if (!entry.Path.IsAtOrBelow(directory) || entry.Path == directory) break;
            if (entry.Origin.Path.Source == manifest) return (entry, true);
        }
        foreach (Entry sibling in union.Siblings(directory.Append("x")))
        {
            if (sibling.Origin.Path.Source == manifest && sibling.Path > path) return (sibling, false);
            first ??= sibling;
        }
        return first is null ? null : (first, true);
    }
}
