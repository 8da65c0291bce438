using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Complete;

/// <summary>
/// Writes the lines that would deliver objects of the proto area: type, mode and target as they are there, owner and group as most of
/// their neighbours have them, and a hard link where the inode has a name in the image already.
/// </summary>
internal sealed class LineWriter(Union union, IReadOnlyList<ResolvedEntry> resolved, Profile profile)
{
    private const string UsualOwner = "root bin";

    private readonly Lazy<Dictionary<(ulong Device, ulong Inode), ImagePath>> names = new(() => NamesOf(resolved));

    /// <summary>The line for <paramref name="path"/>, which is <paramref name="found"/>; null where no line can deliver it.</summary>
    public ProposedLine? Write(ImagePath path, ProtoObject found)
    {
        if (TextFor(path, found) is not { } text) return null;
        return LinePlace.For(union, path) is { } place
            ? new ProposedLine(text, place.Neighbour, LinePlace.Insert(place, text))
            : new ProposedLine(text, null, null);
    }

    private string? TextFor(ImagePath path, ProtoObject found)
    {
        if (!CanBeWritten(path.Text)) return null;
        return found.Kind switch
        {
            ProtoKind.SymbolicLink when found.Target is { Length: > 0 } target && CanBeWritten(target) => $"s {path}={target}",
            ProtoKind.Directory => $"d {path} {new Mode(found.Status.Permissions)} {OwnerFor<DirectoryEntry>(path)}",
            ProtoKind.Regular when OtherName(path, found) is { } other => $"h {path}={other}",
            ProtoKind.Regular => $"f {path} {ModeFor(path, found)} {OwnerFor<FileEntry>(path)}",
            _ => null,
        };
    }

    private Mode ModeFor(ImagePath path, ProtoObject found) =>
        profile.Manual.SectionOf(path) is null ? new(found.Status.Permissions) : profile.Manual.PageMode;

    // A blank ends a word, '=' divides one, and '$', '@' and '%' begin what the build replaces; '#' begins a comment.
    private static bool CanBeWritten(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange('!', '~') && !text.AsSpan().ContainsAny("=#$@%");

    private string OwnerFor<T>(ImagePath path) where T : NodeEntry => union.Siblings(path).OfType<T>()
        .GroupBy(entry => $"{entry.Owner} {entry.Group}", StringComparer.Ordinal)
        .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? UsualOwner;

    // A name in the same file system; where there is none yet, this becomes the one for the names that follow.
    private ImagePath? OtherName(ImagePath path, ProtoObject found)
    {
        if (found.Status.Links < 2) return null;
        if (names.Value.TryAdd((found.Status.Device, found.Status.Inode), path)) return null;
        ImagePath other = names.Value[(found.Status.Device, found.Status.Inode)];
        ImagePath usr = profile.Usr.MountPoint;
        return other.IsAtOrBelow(usr) == path.IsAtOrBelow(usr) ? other : null;
    }

    private static Dictionary<(ulong, ulong), ImagePath> NamesOf(IReadOnlyList<ResolvedEntry> resolved)
    {
        var known = new Dictionary<(ulong, ulong), ImagePath>();
        foreach (ResolvedEntry entry in resolved)
        {
            if (entry.Source is { ThroughLink: false, Status: { Links: > 1 } status }) known.TryAdd((status.Device, status.Inode), entry.Entry.Path);
        }
        return known;
    }
}
