using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>What kind of platform is made: the facts that no manifest says.</summary>
public sealed record Profile
{
    /// <summary>The name it is chosen by.</summary>
    public required string Name { get; init; }

    /// <summary>The file system that is loaded as the boot archive.</summary>
    public required FileSystemProfile Root { get; init; }

    /// <summary>The file system that is mounted at usr, from <see cref="CompressedUsr"/>.</summary>
    public required FileSystemProfile Usr { get; init; }

    /// <summary>The compressed image of /usr within the root.</summary>
    public required ImagePath CompressedUsr { get; init; }

    /// <summary>The kernel, which is delivered beside the boot archive, too.</summary>
    public required ImagePath Kernel { get; init; }

    /// <summary>The list of the MD5 digests of all files, made by the link.</summary>
    public required ImagePath ShippedManifest { get; init; }

    /// <summary>What must be there before /usr is mounted, as paths of the image; copied under the mount point in the root.</summary>
    public required IReadOnlyList<ImagePath> Underfiles { get; init; }

    /// <summary>The shell in the root image under the mount point, and what it is a symbolic link to; null for none.</summary>
    public required (ImagePath Path, string Target)? UnderShell { get; init; }

    /// <summary>What exists on the running system only.</summary>
    public required IReadOnlyList<PathGlob> Provided { get; init; }

    /// <summary>Of that, what other software fills.</summary>
    public required IReadOnlyList<PathGlob> Outside { get; init; }

    /// <summary>What attributes objects have by their places; of several that speak of one object the last counts, as a whole.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The set-id objects that were reviewed; of several of one path the last counts.</summary>
    public IReadOnlyList<SetidListing> Setids { get; init; } = [];

    /// <summary>What its ELF objects are like.</summary>
    public ObjectProfile Objects { get; init; } = ObjectProfile.None;

    /// <summary>What its objects should not depend on.</summary>
    public DependencyProfile Dependencies { get; init; } = DependencyProfile.None;

    /// <summary>The files that are no programs by their names.</summary>
    public IReadOnlyList<PathGlob> Data { get; init; } = [];

    /// <summary>The files that administrators may change, where their owner may write them.</summary>
    public IReadOnlyList<PathGlob> Configuration { get; init; } = [];

    /// <summary>What the link writes itself.</summary>
    public AssemblyProfile Assembly { get; init; } = AssemblyProfile.None;

    /// <summary>What is right as it is on every platform of this kind, whatever a rule says.</summary>
    public IReadOnlyList<Suppression> Exceptions { get; init; } = [];

    /// <summary>Where nothing may be delivered. The mount points themselves may.</summary>
    public required IReadOnlyList<ForbiddenArea> Forbidden { get; init; }

    /// <summary>Where the running system mounts something over the image, besides <see cref="Usr"/>.</summary>
    public required IReadOnlyList<RunTimeMount> Mounts { get; init; }

    /// <summary>What nobody means to ship.</summary>
    public required JunkNames Junk { get; init; }

    /// <summary>What the folders are called that components are installed into before an image is made of them.</summary>
    public required IReadOnlyList<PathGlob> BuildTrees { get; init; }

    /// <summary>What must be delivered as a whole.</summary>
    public IReadOnlyList<CompleteArea> Complete { get; init; } = [];

    /// <summary>Where the manual lies.</summary>
    public ManualProfile Manual { get; init; } = ManualProfile.None;

    /// <summary>Where a program is looked for by its name alone, in this order, where nobody has set PATH otherwise.</summary>
    public IReadOnlyList<ImagePath> CommandPath { get; init; } = [];

    /// <summary>What is there to be started: by its name, by a service, at boot.</summary>
    public IReadOnlyList<PathGlob> Programs { get; init; } = [];

    /// <summary>Where other systems keep programs that are none of the platform's.</summary>
    public IReadOnlyList<PathGlob> Foreign { get; init; } = [];

    /// <summary>The directories, among those that other software fills, whose programs scripts are tempted to start.</summary>
    public IReadOnlyList<ImagePath> ForeignTools { get; init; } = [];

    /// <summary>The files that may be empty.</summary>
    public IReadOnlyList<PathGlob> MayBeEmpty { get; init; } = [];

    /// <summary>The rules that nobody may silence (ids, names, beginnings of ids): those of which no case is right as it is.</summary>
    public required IReadOnlyList<string> Locked { get; init; }

    /// <summary>What comes into the image after the list of digests was made of it.</summary>
    public IReadOnlyList<ImagePath> AddedAfterListing => [CompressedUsr, ShippedManifest];

    /// <summary>The objects of the image that the link adds, whether or not a manifest delivers them.</summary>
    public IReadOnlyList<ImagePath> MadeByLink => [.. AddedAfterListing, .. Said(Assembly.Release), .. Assembly.Emptied];

    /// <summary>The files whose contents the link writes, so that a line that delivers one needs no object in a search directory.</summary>
    public IReadOnlyList<ImagePath> WrittenByLink => [.. Said(Assembly.Release), .. Said(Assembly.Versions), .. Said(Manual.OrderFile), .. Assembly.Emptied];

    /// <summary>Whether the running system provides <paramref name="path"/>.</summary>
    public bool IsProvided(ImagePath path) => AnyMatches(Provided, path) || IsOutside(path);

    /// <summary>Whether <paramref name="path"/> is left to other software.</summary>
    public bool IsOutside(ImagePath path) => AnyMatches(Outside, path);

    /// <summary>Whether something is mounted on <paramref name="path"/> itself.</summary>
    public bool IsMountPoint(ImagePath path)
    {
        for (int i = 0; i < Mounts.Count; i++)
        {
            if (Mounts[i].Point == path) return true;
        }
        return false;
    }

    /// <summary>The area that <paramref name="path"/> may not be delivered to; null where it may.</summary>
    public ForbiddenArea? ForbiddenAt(ImagePath path)
    {
        for (int i = 0; i < Forbidden.Count; i++)
        {
            if (Forbidden[i].Glob.Matches(path) && !IsMountPoint(path)) return Forbidden[i];
        }
        return null;
    }

    /// <summary>What is mounted over <paramref name="path"/> on the running system; null where it stays in sight.</summary>
    public RunTimeMount? MountOver(ImagePath path)
    {
        for (int i = 0; i < Mounts.Count; i++)
        {
            if (path.IsAtOrBelow(Mounts[i].Point) && !IsMountPoint(path)) return Mounts[i];
        }
        return null;
    }

    /// <summary>Whether <paramref name="path"/> is a file that administrators may change, where its owner may write it.</summary>
    public bool IsConfiguration(ImagePath path) => AnyMatches(Configuration, path);

    /// <summary>Whether <paramref name="path"/> is no program by its name.</summary>
    public bool IsData(ImagePath path) => AnyMatches(Data, path);

    /// <summary>Whether <paramref name="path"/> is there to be started, by where it lies.</summary>
    public bool IsProgram(ImagePath path) => AnyMatches(Programs, path);

    /// <summary>Whether <paramref name="path"/> lies where other systems keep programs of their own.</summary>
    public bool IsForeign(ImagePath path) => AnyMatches(Foreign, path);

    // Every path of a platform is asked about, so nothing is allocated for it.
    private static bool AnyMatches(IReadOnlyList<PathGlob> globs, ImagePath path)
    {
        for (int i = 0; i < globs.Count; i++)
        {
            if (globs[i].Matches(path)) return true;
        }
        return false;
    }

    private static IEnumerable<ImagePath> Said(ImagePath? path) => path is { } said ? [said] : [];
}
