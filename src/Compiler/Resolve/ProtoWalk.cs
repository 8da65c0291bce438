using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// Lists what search directories together have at and below some places, each place once, as their union: a directory that several
/// have holds what all of them hold. Symbolic links below a place are not followed. Directories of one depth are listed at once.
/// </summary>
public sealed class ProtoWalk(SearchPath search)
{
    // Fewer are listed faster than the threads are woken.
    private const int WorthThreads = 32;

    private readonly List<ProtoNode> nodes = [];
    private readonly List<(ImagePath, SearchDirectory)> closed = [];

    /// <summary>What was found, in ordinal order of the paths.</summary>
    public IReadOnlyList<ProtoNode> Nodes => nodes;

    /// <summary>The directories that could not be looked into.</summary>
    public IReadOnlyList<(ImagePath Path, SearchDirectory In)> Closed => closed;

    /// <summary>Walks <paramref name="tops"/>; one that lies below another is walked with it.</summary>
    public static ProtoWalk Below(SearchPath search, IEnumerable<ImagePath> tops)
    {
        var walk = new ProtoWalk(search);
        walk.Run(tops);
        return walk;
    }

    private void Run(IEnumerable<ImagePath> tops)
    {
        var level = new List<Place>();
        var entered = new List<ImagePath>();
        foreach (ImagePath top in tops.Order())
        {
            if (entered.Exists(top.IsAtOrBelow)) continue;
            entered.Add(top);
            Enter(top, level);
        }
        while (level.Count > 0)
        {
            (string Name, FileKind Kind, SearchDirectory In)[][] lists = level.Count < WorthThreads
                ? [.. level.Select(List)]
                : [.. level.AsParallel().AsOrdered().Select(List)];
            var next = new List<Place>();
            for (int i = 0; i < lists.Length; i++) Merge(level[i], lists[i], next);
            level = next;
        }
        nodes.Sort((a, b) => a.Path.CompareTo(b.Path));
        closed.Sort((a, b) => a.Item1.CompareTo(b.Item1));
    }

    private void Enter(ImagePath top, List<Place> level)
    {
        var directories = new List<(SearchDirectory, ImagePath)>();
        FileKind? kind = null;
        foreach (SearchDirectory directory in search.Directories)
        {
            if (directory.Find(top, follow: true) is not { } found) continue;
            kind ??= found.Kind;
            if (found.Kind == FileKind.Directory) directories.Add((directory, found.RealPath));
        }
        if (kind == FileKind.Directory) level.Add(new Place(top, directories));
        else if (kind is { } other) nodes.Add(new ProtoNode(top, other, HasChildren: false));
    }

    private (string Name, FileKind Kind, SearchDirectory In)[] List(Place place)
    {
        var all = new List<(string, FileKind, SearchDirectory)>();
        foreach ((SearchDirectory directory, ImagePath real) in place.Directories)
        {
            if (directory.List(real) is { } found) all.AddRange(found.Select(child => (child.Name, child.Kind, directory)));
            else lock (closed) closed.Add((place.Path, directory));
        }
        return [.. all];
    }

    private void Merge(Place place, (string Name, FileKind Kind, SearchDirectory In)[] list, List<Place> next)
    {
        if (!place.Path.IsRoot) nodes.Add(new ProtoNode(place.Path, FileKind.Directory, list.Length > 0));
        var merged = new Dictionary<string, Place?>(list.Length, StringComparer.Ordinal);
        foreach ((string name, FileKind kind, SearchDirectory directory) in list)
        {
            ImagePath path = place.Path.Append(name);
            if (!merged.TryGetValue(name, out Place? below))
            {
                below = kind == FileKind.Directory ? new Place(path, []) : null;
                merged.Add(name, below);
                if (below is null) nodes.Add(new ProtoNode(path, kind, HasChildren: false));
                else next.Add(below);
            }
            if (kind == FileKind.Directory) below?.Directories.Add((directory, place.RealIn(directory).Append(name)));
        }
    }

    // A directory of the image, and where it really lies in the search directories that have it.
    private sealed record Place(ImagePath Path, List<(SearchDirectory Directory, ImagePath Real)> Directories)
    {
        public ImagePath RealIn(SearchDirectory directory) => Directories.Find(at => at.Directory == directory).Real;
    }
}
