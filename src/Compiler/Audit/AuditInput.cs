using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit;

/// <summary>What an audit is made of: an image, and whatever is known of where it comes from.</summary>
public sealed record AuditInput
{
    /// <summary>The image, both file systems as they are mounted: assembled from resolved entries, or read out of something delivered.</summary>
    public required FileTree Tree { get; init; }

    /// <summary>What kind of platform it is.</summary>
    public required Profile Profile { get; init; }

    /// <summary>The users and groups of the image.</summary>
    public required AccountTables Accounts { get; init; }

    /// <summary>What the manifests declare; null where nothing but the image is given.</summary>
    public Union? Union { get; init; }

    /// <summary>Where an object may lie that nobody delivers, with the host it lies on; null where nothing but the image is given.</summary>
    public (SearchPath Search, IHost Host)? Undelivered { get; init; }

    /// <summary>The absolute paths of directories of the build machine, which nothing in the image may name.</summary>
    public IReadOnlyList<string> BuildTrees { get; init; } = [];

    /// <summary>Whether a rule is looked for.</summary>
    public Predicate<Rule> Counts { get; init; } = rule => !rule.OptIn;
}
