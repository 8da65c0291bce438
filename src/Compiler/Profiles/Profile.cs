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

    /// <summary>The rules that nobody may silence (ids, names, beginnings of ids): those of which no case is right as it is.</summary>
    public required IReadOnlyList<string> Locked { get; init; }

    /// <summary>The objects of the image that the link makes.</summary>
    public IReadOnlyList<ImagePath> MadeByLink => [CompressedUsr, ShippedManifest];

    /// <summary>Whether the running system provides <paramref name="path"/>.</summary>
    public bool IsProvided(ImagePath path) => Provided.Any(glob => glob.Matches(path)) || IsOutside(path);

    /// <summary>Whether <paramref name="path"/> is left to other software.</summary>
    public bool IsOutside(ImagePath path) => Outside.Any(glob => glob.Matches(path));
}
