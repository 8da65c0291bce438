using System.Collections.Concurrent;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// One of the directories that objects are taken from. Its inside is a world of its own: an absolute symbolic link in it starts
/// again at its top, and none leads out of it, so that nothing of the host gets into an image by way of a link.
/// </summary>
public sealed class SearchDirectory(IHost host, string name, string hostPath)
{
    // Rules ask at the same time.
    private readonly ConcurrentDictionary<ImagePath, ImagePath?> realDirectories = new() { [ImagePath.Root] = ImagePath.Root };

    /// <summary>The directory as the user spelled it.</summary>
    public string Name => name;

    /// <summary>Whether it is there.</summary>
    public bool Exists => host.Files.Directory.Exists(hostPath);

    /// <summary>
    /// What lies at <paramref name="path"/>; null where nothing does. A symbolic link at the path itself is followed when
    /// <paramref name="follow"/> says so; one that leads nowhere counts as nothing then.
    /// </summary>
    public ProtoObject? Find(ImagePath path, bool follow)
    {
        if (RealDirectory(path.Parent) is not { } parent) return null;
        if (path.IsRoot) return Top();
        ImagePath real = parent.Append(path.Name);
        bool throughLink = parent != path.Parent;
        if (host.Status(HostPath(real)) is not { } status) return null;
        if (status.Kind != FileKind.SymbolicLink) return Found(real, status, target: null, throughLink);
        string target = host.LinkText(HostPath(real));
        if (!follow) return Found(real, status, target, throughLink);
        Walk walk = PathWalker.FollowLink(parent, target, Look);
        return walk.End == WalkEnd.Found && host.Status(HostPath(walk.Path)) is { } end
            ? Found(walk.Path, end, target, throughLink: true)
            : null;
    }

    /// <summary>The names in the directory <paramref name="path"/>, in ordinal order; none where it is no directory, or a closed one.</summary>
    public IReadOnlyList<string> Names(ImagePath path)
    {
        if (RealDirectory(path) is not { } real || !host.Files.Directory.Exists(HostPath(real)) || !host.CanRead(HostPath(real))) return [];
        string[] names = [.. host.Files.Directory.EnumerateFileSystemEntries(HostPath(real))
            .Select(entry => host.Files.Path.GetFileName(entry))];
        Array.Sort(names, string.CompareOrdinal);
        return names;
    }

    /// <summary>
    /// Name and kind of what lies in the directory <paramref name="real"/>, which no symbolic link leads to, in no particular order;
    /// null where it may not be read. Unlike the rest, it may be called from several threads at once.
    /// </summary>
    public IReadOnlyList<(string Name, FileKind Kind)>? List(ImagePath real)
    {
        string at = HostPath(real);
        if (!host.CanRead(at)) return null;
        var found = new List<(string, FileKind)>();
        foreach (string entry in host.Files.Directory.EnumerateFileSystemEntries(at))
        {
            if (host.Status(entry) is { } status) found.Add((host.Files.Path.GetFileName(entry), status.Kind));
        }
        return found;
    }

    // The directory itself may be reached through a link of the host; that is the user's choice, and none of its inside.
    private ProtoObject? Top() => host.Status($"{hostPath}/.") is { } status
        ? Found(ImagePath.Root, status, target: null, throughLink: false)
        : null;

    private ImagePath? RealDirectory(ImagePath path)
    {
        if (realDirectories.TryGetValue(path, out ImagePath? known)) return known;
        ImagePath? real = Find(path, follow: true) is { Kind: FileKind.Directory } found ? found.RealPath : null;
        realDirectories[path] = real;
        return real;
    }

    private Waypoint Look(ImagePath path) => host.Status(HostPath(path)) switch
    {
        null => new(StepKind.Missing),
        { Kind: FileKind.Directory } => new(StepKind.Directory),
        { Kind: FileKind.SymbolicLink } => new(StepKind.Link, host.LinkText(HostPath(path))),
        _ => new(StepKind.Other),
    };

    private ProtoObject Found(ImagePath real, FileStatus status, string? target, bool throughLink) => new()
    {
        Directory = name,
        Kind = status.Kind,
        RealPath = real,
        HostPath = HostPath(real),
        Status = status,
        Target = target,
        ThroughLink = throughLink,
    };

    private string HostPath(ImagePath path) => path.IsRoot ? hostPath : $"{hostPath}/{path.Text}";
}
