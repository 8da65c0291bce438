using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// All paths of the finished image: what the manifests declare, the directories that exist because something lies in them,
/// what the link itself makes, and what the running system provides.
/// </summary>
public sealed class ImageNamespace
{
    private readonly Union union;
    private readonly Profile profile;
    private readonly HashSet<ImagePath> implied = [];

    /// <summary>The namespace of <paramref name="union"/> under <paramref name="profile"/>.</summary>
    public ImageNamespace(Union union, Profile profile)
    {
        this.union = union;
        this.profile = profile;
        ImagePath before = ImagePath.Root;
        foreach (Entry entry in union.Entries)
        {
            if (!entry.Path.IsSiblingOf(before)) AddParents(entry.Path);
            before = entry.Path;
        }
        foreach (ImagePath made in profile.MadeByLink) AddParents(made);
    }

    /// <summary>Every path that is declared.</summary>
    public IEnumerable<ImagePath> Paths => union.Entries.Select(entry => entry.Path);

    /// <summary>Where <paramref name="link"/> leads.</summary>
    public Walk Follow(SymlinkEntry link) => PathWalker.FollowLink(link.Path.Parent, link.Target, Look);

    /// <summary>Where the text <paramref name="text"/> leads from <paramref name="directory"/>.</summary>
    public Walk Follow(ImagePath directory, string text) => PathWalker.Follow(directory, text, Look);

    /// <summary>Whether <paramref name="directory"/> is one, and no link leads to it or above it.</summary>
    public bool IsReal(ImagePath directory) =>
        Follow(ImagePath.Root, directory.Text) is { End: WalkEnd.Found, IsDirectory: true } walk && walk.Path == directory;

    /// <summary>What lies at <paramref name="path"/>.</summary>
    public Waypoint Look(ImagePath path)
    {
        Entry? entry = union.Find(path);
        if (entry is HardLinkEntry hard) entry = union.EndOf(hard).Entry ?? hard;
        return entry switch
        {
            DirectoryEntry => new(StepKind.Directory),
            SymlinkEntry link => new(StepKind.Link, link.Target),
            not null => new(StepKind.Other),
            null when implied.Contains(path) => new(StepKind.Directory),
            null when profile.MadeByLink.Contains(path) => new(StepKind.Other),
            null when profile.IsProvided(path) => new(StepKind.Provided),
            null => new(StepKind.Missing),
        };
    }

    private void AddParents(ImagePath path)
    {
        for (ImagePath parent = path.Parent; !parent.IsRoot && implied.Add(parent); parent = parent.Parent)
        {
        }
    }
}
