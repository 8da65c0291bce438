using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Guesses what a path that is not in the search directories was meant to be: the same name elsewhere, or a like name in the
/// same place. It lists the whole proto area once, and only when something is missing.
/// </summary>
internal sealed class NameIndex(SearchPath search)
{
    private readonly Lazy<ILookup<string, ImagePath>> byName = new(() => search.Directories
        .SelectMany(directory => Below(directory, ImagePath.Root))
        .Distinct()
        .ToLookup(path => path.Name, StringComparer.Ordinal));

    /// <summary>The likeliest path for <paramref name="missing"/>; null where nothing is like it.</summary>
    public string? Nearest(ImagePath missing)
    {
        IEnumerable<string> siblings = search.Directories.SelectMany(directory => directory.Names(missing.Parent));
        if (NearNames.Nearest(missing.Name, siblings.Distinct(StringComparer.Ordinal)) is { } sibling)
            return missing.Parent.Append(sibling).Text;
        ImagePath[] elsewhere = [.. byName.Value[missing.Name].Order()];
        return elsewhere.Length == 0 ? null : elsewhere.MinBy(path => NearNames.Distance(path.Text, missing.Text)).Text;
    }

    private static IEnumerable<ImagePath> Below(SearchDirectory directory, ImagePath top)
    {
        foreach (string name in directory.Names(top))
        {
            ImagePath path = top.Append(name);
            yield return path;
            if (directory.Find(path, follow: false)?.Kind != FileKind.Directory) continue;
            foreach (ImagePath below in Below(directory, path)) yield return below;
        }
    }
}
