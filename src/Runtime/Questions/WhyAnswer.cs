using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Places;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Runtime.Questions;

/// <summary>What is known of one object of a platform.</summary>
internal sealed record WhyAnswer
{
    /// <summary>The path that was asked about.</summary>
    public required ImagePath Path { get; init; }

    /// <summary>The object; null where the image has none.</summary>
    public required Inode? Inode { get; init; }

    /// <summary>Where it comes from; null where that is not known, or nobody delivers it.</summary>
    public required Provenance? Provenance { get; init; }

    /// <summary>The steps of the link that made it or changed it, in order.</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What the search directories have at the path where no line delivers it, the first that would be taken first.</summary>
    public required IReadOnlyList<ProtoObject> Undelivered { get; init; }

    /// <summary>Its other names.</summary>
    public required IReadOnlyList<ImagePath> OtherNames { get; init; }

    /// <summary>Where it leads, if it is a symbolic link; null if it is none.</summary>
    public required Walk? Leads { get; init; }

    /// <summary>The symbolic links that lead to it.</summary>
    public required IReadOnlyList<ImagePath> LinksHere { get; init; }

    /// <summary>What the file is; null where it is none.</summary>
    public required AuditedFile? File { get; init; }

    /// <summary>Where it lies; none where nothing is planned, or the image is no file system of its own.</summary>
    public required IReadOnlyList<ObjectPlace> Places { get; init; }

    /// <summary>What it needs.</summary>
    public required IReadOnlyList<Edge> Needs { get; init; }

    /// <summary>Who needs it, directly.</summary>
    public required IReadOnlyList<Edge> NeededBy { get; init; }

    /// <summary>The answer about <paramref name="path"/> in <paramref name="platform"/>, which is linked by <paramref name="plan"/>; null where it is not, or cannot be.</summary>
    public static WhyAnswer Of(AskedPlatform platform, ImagePath path, LinkPlan? plan, IReadOnlyList<ObjectPlace> places)
    {
        AuditedImage image = platform.Image;
        Inode? inode = (plan?.Image ?? image.Tree).Find(path);
        AuditedFile? file = image.FileAt(path);
        Provenance? provenance = platform.Compilation is { } compilation ? Compiler.Questions.Provenance.Of(compilation, path) : null;
        return new WhyAnswer
        {
            Path = path,
            Inode = inode,
            Provenance = provenance,
            Steps = [.. plan?.Transforms.Where(transform => transform.Touched.Contains(path)).Select(transform => transform.Name) ?? []],
            Undelivered = provenance is null && inode is null && image.Input.Undelivered is ({ } search, _) ? search.FindAll(path, follow: true) : [],
            OtherNames = file is null ? [] : [.. file.Names.Where(name => name != path)],
            Leads = inode is { Kind: FileKind.SymbolicLink } link ? PathWalker.FollowLink(path.Parent, link.Target, image.Look) : null,
            LinksHere = inode is null ? [] : [.. LinksTo(image, file?.Names ?? [path], path)],
            File = file,
            Places = places,
            Needs = file is null ? [] : platform.Graph.From(file),
            NeededBy = file is null ? [] : [.. platform.Graph.To(file)],
        };
    }

    private static IEnumerable<ImagePath> LinksTo(AuditedImage image, IReadOnlyList<ImagePath> names, ImagePath self)
    {
        var ends = new HashSet<ImagePath>(names);
        foreach (TreeEntry entry in image.Tree.Entries)
        {
            if (entry.Inode.Kind != FileKind.SymbolicLink || entry.Path == self) continue;
            Walk walk = PathWalker.FollowLink(entry.Path.Parent, entry.Inode.Target, image.Look);
            if ((walk.End == WalkEnd.Found && ends.Contains(walk.Path)) || (walk.Chain > 1 && walk.LastLink == self)) yield return entry.Path;
        }
    }
}
