using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Tar;

/// <summary>What an archive says beyond its tree.</summary>
public sealed record TarOptions
{
    /// <summary>
    /// The directory that all members lie in; the tree's top directory is the member for it. Where it is the root, as by default, members have
    /// the paths of the tree and the top directory has no member, so that unpacking leaves the attributes of the place alone.
    /// </summary>
    public ImagePath Prefix { get; init; }

    /// <summary>One time of modification for all members, in seconds since 1970 UTC; null keeps those of the tree.</summary>
    public long? Modified { get; init; }

    /// <summary>Whether everything belongs to root, number 0, instead of the owners in the tree.</summary>
    public bool OwnedByRoot { get; init; }

    /// <summary>
    /// Whether files are stored without their ranges of zeros, as <c>tar -S</c> does (GNU's type S), where that leaves out anything. What may be left
    /// out is looked for in a reading of its own, so such files are read twice.
    /// </summary>
    public bool Sparse { get; init; }

    /// <summary>The names of users, which tar prefers to numbers when it unpacks; a number without one has an empty name.</summary>
    public IReadOnlyDictionary<uint, string> UserNames { get; init; } = RootOnly;

    /// <summary>The names of groups, as <see cref="UserNames"/>.</summary>
    public IReadOnlyDictionary<uint, string> GroupNames { get; init; } = RootOnly;

    private static IReadOnlyDictionary<uint, string> RootOnly => new Dictionary<uint, string> { [0] = "root" };
}
