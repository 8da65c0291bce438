using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2007: An entry lies below something that is no directory.</summary>
public static class ParentNotDir
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2007",
        Name = "parent-not-dir",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "An entry lies below something that is no directory.",
        Explanation =
            "Below a file nothing can be created. Below a symbolic link builder creates the object in the "
            + "directory that the link leads to, wherever that is; where that is a directory of the image it is a "
            + "warning: write the real path.",
        Bad = """
            s bin=usr/bin
            f bin/ls 0555 root bin
            """,
        Good = """
            s bin=usr/bin
            f usr/bin/ls 0555 root bin
            """,
    };

    /// <summary>Checks the nearest declared ancestor of every entry.</summary>
    public static IEnumerable<Finding> Check(Union union, ImageNamespace image)
    {
        Entry? sound = null;
        foreach (Entry entry in union.Entries)
        {
            // Most entries lie in the directory of one before, which was looked at for that one.
            if (sound is not null && entry.Path.IsSiblingOf(sound.Path)) continue;
            ImagePath parent = entry.Path.Parent;
            while (!parent.IsRoot && union.Find(parent) is null) parent = parent.Parent;
            if (parent.IsRoot || union.Find(parent) is not { } holder || holder is DirectoryEntry)
            {
                sound = entry;
                continue;
            }
            ImagePath? real = holder is SymlinkEntry link && image.Follow(link) is { End: WalkEnd.Found, IsDirectory: true } walk
                ? walk.Path
                : null;
            yield return At(entry, holder, real);
        }
    }

    private static Finding At(Entry entry, Entry holder, ImagePath? real)
    {
        string rest = entry.Path.RelativeTo(holder.Path).Text;
        return Finding.Of(Rule, $"'{entry.Path}' lies below '{holder.Path}', which is a {holder.TypeName}", entry.Origin.PathLocation) with
        {
            Severity = real is null ? Severity.Error : Severity.Warning,
            Help = real is { } directory
                ? $"write the path it leads to: {(directory.IsRoot ? rest : $"{directory}/{rest}")}"
                : $"declare '{holder.Path}' as a directory, or move the entry",
            Subject = Subject.Of(entry),
            Related = [new($"the {holder.TypeName} is declared here", holder.Origin.PathLocation)],
            DetailKey = holder.Path.Text,
        };
    }
}
