using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Complete;

/// <summary>
/// Writes the lines that would deliver objects of the proto area: type, mode and target as they are there, owner and group as most of
/// their neighbours have them, and a hard link where the inode has a name in the image already.
/// </summary>
internal sealed class LineWriter(Union union, IReadOnlyList<ResolvedEntry> resolved, SearchPath search, Profile profile)
{
    private const string UsualOwner = "root bin";

    private readonly Lazy<InodeNames> names = new(() => new InodeNames(resolved));

    private readonly HashSet<ImagePath> directories = [];

    /// <summary>
    /// The line for <paramref name="path"/>, which is <paramref name="found"/>; null where no line can deliver it. The change adds lines for
    /// directories above it, too, where no line before it does.
    /// </summary>
    public ProposedLine? Write(ImagePath path, ProtoObject found)
    {
        if (TextFor(path, found) is not { } text) return null;
        if (LinePlace.For(union, path) is not { } place) return new ProposedLine(text, null, null);
        string all = string.Join('\n', [.. DirectoriesAbove(path).Reverse(), text]);
        if (found.Kind == FileKind.Directory) directories.Add(path);
        return new ProposedLine(text, place.Neighbour, LinePlace.Insert(place, all));
    }

    // One that something declared lies in is the business of the rule about missing parents.
    private IEnumerable<string> DirectoriesAbove(ImagePath path)
    {
        for (ImagePath above = path.Parent; !above.IsRoot && !union.HasAtOrBelow(above) && directories.Add(above); above = above.Parent)
        {
            if (search.Find(above) is { Kind: FileKind.Directory } found && TextFor(above, found) is { } text) yield return text;
        }
    }

    private string? TextFor(ImagePath path, ProtoObject found)
    {
        if (!CanBeWritten(path.Text)) return null;
        return found.Kind switch
        {
            FileKind.SymbolicLink when found.Target is { Length: > 0 } target && CanBeWritten(target) => $"s {path}={target}",
            FileKind.Directory => $"d {path} {new Mode(found.Status.Permissions)} {OwnerFor<DirectoryEntry>(path)}",
            FileKind.Regular when OtherName(path, found) is { } other => $"h {path}={other}",
            FileKind.Regular => $"f {path} {ModeFor(path, found)} {OwnerFor<FileEntry>(path)}",
            _ => null,
        };
    }

    private Mode ModeFor(ImagePath path, ProtoObject found) =>
        profile.Manual.SectionOf(path) is null ? new(found.Status.Permissions) : profile.Manual.PageMode;

    // A blank ends a word, '=' divides one, and '$', '@' and '%' begin what the build replaces; '#' begins a comment.
    private static bool CanBeWritten(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.AsSpan().ContainsAny("=#$@%");

    // Of the neighbours those of the same type, where there are any; in a new directory the neighbours of the directory, and in one that
    // is declared but has nothing in it those of them that are of the same type.
    private string OwnerFor<T>(ImagePath path) where T : NodeEntry
    {
        for (ImagePath at = path; !at.IsRoot; at = at.Parent)
        {
            NodeEntry[] neighbours = [.. union.Siblings(at).OfType<NodeEntry>().Where(entry => entry.Path != at)];
            if (neighbours.Length > 0) return Most(neighbours.OfType<T>()) ?? Most(neighbours) ?? UsualOwner;
            if (union.Find(at.Parent) is not null) return Most(union.Siblings(at.Parent).OfType<T>().Where(entry => entry.Path != at.Parent)) ?? UsualOwner;
        }
        return UsualOwner;
    }

    private static string? Most(IEnumerable<NodeEntry> entries) => entries
        .GroupBy(entry => $"{entry.Owner} {entry.Group}", StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key;

    // A name in the same file system; where there is none yet, this becomes the one for the names that follow.
    private ImagePath? OtherName(ImagePath path, ProtoObject found)
    {
        if (found.Status.Links < 2 || names.Value.NameOrAdd(found, path) is not { } other) return null;
        ImagePath usr = profile.Usr.MountPoint;
        return other.IsAtOrBelow(usr) == path.IsAtOrBelow(usr) ? other : null;
    }
}
