using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// Looks where a path would lead if everything in the proto area were delivered. Only what the image has not is looked for there, so an
/// image of which all is found costs nothing.
/// </summary>
internal sealed class UndeliveredSearch(AuditedImage image)
{
    private readonly Dictionary<string, (IReadOnlyList<UndeliveredObject>, ElfObject)?> known = new(StringComparer.Ordinal);

    /// <summary>
    /// The object that <paramref name="path"/> would lead to, and what of the proto area it leads over, links first; null where it leads to
    /// none, or needs nothing of the proto area.
    /// </summary>
    public (IReadOnlyList<UndeliveredObject> Needed, ElfObject Elf)? Find(string path)
    {
        if (image.Input.Undelivered is null) return null;
        if (!known.TryGetValue(path, out (IReadOnlyList<UndeliveredObject>, ElfObject)? found)) known.Add(path, found = Look(path));
        return found;
    }

    private (IReadOnlyList<UndeliveredObject>, ElfObject)? Look(string path)
    {
        var passed = new List<UndeliveredObject>();
        Walk walk = PathWalker.Follow(ImagePath.Root, path, at => Step(at, passed));
        if (walk.End != WalkEnd.Found || walk.IsDirectory || passed.Count == 0) return null;
        if (passed[^1].Path != walk.Path) return image.FileAt(walk.Path)?.Elf is { } delivered ? (passed, delivered) : null;
        if (passed[^1].Found.Kind != FileKind.Regular) return null;
        return ImageScan.Look(passed[^1].Found.Content(image.Input.Undelivered!.Value.Host)).Elf is { } elf ? (passed, elf) : null;
    }

    // Directories come with what lies in them.
    private Waypoint Step(ImagePath at, List<UndeliveredObject> passed)
    {
        Waypoint delivered = image.Look(at);
        if (delivered.Kind != StepKind.Missing || image.Input.Undelivered!.Value.Search.Find(at) is not { } found) return delivered;
        if (found.Kind == FileKind.Directory) return new(StepKind.Directory);
        passed.Add(new(at, found));
        return found.Kind == FileKind.SymbolicLink ? new(StepKind.Link, found.Target) : new(StepKind.Other);
    }
}
