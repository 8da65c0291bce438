using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Git;

/// <summary>
/// The host with one state of a work tree in place of what lies on the disk. What git knows is as that state has it, and what it
/// knows of elsewhere only is absent; submodules, what is ignored, and search directories that git knows nothing of are the
/// disk's; any other file that was not added is not there. Writing goes to the disk.
/// </summary>
internal sealed class GitHost : IHost
{
    private const int MostLinks = 40;

    private readonly IHost disk;
    private readonly string top;
    private readonly GitTree tree;
    private readonly GitTree elsewhere;
    private readonly GitBlobs blobs;

    public GitHost(IHost disk, string top, GitTree tree, GitTree elsewhere, GitBlobs blobs)
    {
        (this.disk, this.top, this.tree, this.elsewhere, this.blobs) = (disk, top, tree, elsewhere, blobs);
        Files = new GitFiles(disk.Files, this);
    }

    /// <inheritdoc/>
    public IFileSystem Files { get; }

    /// <summary>The same host, with those of <paramref name="directories"/> from the disk that git knows nothing of.</summary>
    public GitHost WithSearch(IEnumerable<string> directories)
    {
        IEnumerable<(string, GitEntry)> unknown = directories
            .Select(directory => Within(directory) is { } path ? string.Join('/', path) : null)
            .Where(path => path is { Length: > 0 } && !tree.Has(path) && !elsewhere.Has(path))
            .Select(path => (path!, GitEntry.OnDisk));
        return new GitHost(disk, top, new GitTree(tree.Entries.Concat(unknown)), elsewhere, blobs);
    }

    /// <inheritdoc/>
    public FileStatus? Status(string path) => Find(path, follow: path.EndsWith("/.", StringComparison.Ordinal)) switch
    {
        { HostPath: { } real } => disk.Status(real),
        { Entry: { } entry } found => StatusOf(
            entry.Kind == GitKind.Link ? FileKind.SymbolicLink : FileKind.Regular, entry.Permissions, blobs.Size(entry.Blob), found.Path!),
        { Path: { } directory } => StatusOf(FileKind.Directory, new GitEntry(GitKind.Program, "").Permissions, 0, directory),
        _ => null,
    };

    /// <inheritdoc/>
    public string LinkText(string path) => Find(path, follow: false) switch
    {
        { HostPath: { } real } => disk.LinkText(real),
        { Entry: { Kind: GitKind.Link } link } => GitProgram.Text(blobs.Read(link.Blob)),
        _ => throw new IOException($"{path} is no symbolic link"),
    };

    /// <inheritdoc/>
    public bool CanRead(string path) => Find(path, follow: true) switch
    {
        { HostPath: { } real } => disk.CanRead(real),
        { Path: not null } => true,
        _ => false,
    };

    /// <inheritdoc/>
    public bool CanWrite(string path) => disk.CanWrite(path);

    /// <inheritdoc/>
    public bool TryChangeOwner(string path, uint uid, uint gid) => disk.TryChangeOwner(path, uid, gid);

    /// <inheritdoc/>
    public void MakeHardLink(string path, string existing) => disk.MakeHardLink(path, existing);

    /// <summary>The names in the directory that was found, in ordinal order.</summary>
    public IEnumerable<string> Names(GitPlace directory) => directory.Path is { } path ? tree.Names(path) : [];

    /// <summary>The bytes of the file that was found.</summary>
    public byte[] Content(GitEntry file) => blobs.Read(file.Blob);

    /// <summary>
    /// What <paramref name="path"/> leads to. Directories are entered one by one, as the kernel does; the last part is followed where
    /// <paramref name="follow"/> says so.
    /// </summary>
    public GitPlace Find(string path, bool follow)
    {
        if (Within(path) is not { } parts) return GitPlace.OnDisk(path);
        var ahead = new Stack<string>(parts.AsEnumerable().Reverse());
        string at = "";
        for (int links = 0; ahead.TryPop(out string? part);)
        {
            if (part is "" or ".") continue;
            if (part is "..")
            {
                // Above the top the disk begins.
                if (at.Length == 0) return GitPlace.OnDisk(string.Join('/', ahead.Prepend("..").Prepend(top)));
                at = at.LastIndexOf('/') is > 0 and int slash ? at[..slash] : "";
                continue;
            }
            string next = at.Length == 0 ? part : $"{at}/{part}";
            switch (tree.Find(next))
            {
                case null when tree.HasDirectory(next):
                    at = next;
                    break;
                case { Kind: GitKind.Disk }:
                    return GitPlace.OnDisk(string.Join('/', ahead.Prepend(next).Prepend(top)));
                case { Kind: GitKind.Link } link when follow || ahead.Count > 0:
                    string target = GitProgram.Text(blobs.Read(link.Blob));
                    if (++links > MostLinks) return GitPlace.Nothing;
                    if (target.StartsWith('/'))
                    {
                        if (Within(target) is not { } inside) return GitPlace.OnDisk(string.Join('/', ahead.Prepend(target)));
                        (at, target) = ("", string.Join('/', inside));
                    }
                    foreach (string piece in target.Split('/').Reverse()) ahead.Push(piece);
                    break;
                case { } entry:
                    return ahead.Count == 0 ? new GitPlace(next, entry, null) : GitPlace.Nothing;
                default:
                    return GitPlace.Nothing;
            }
        }
        return new GitPlace(at, null, null);
    }

    // The parts of a path within the work tree; null for one outside. What git keeps for itself is no part of it.
    private string[]? Within(string path)
    {
        string full = disk.Files.Path.GetFullPath(path);
        if (full == top || full == top + "/") return [];
        string inside = top.EndsWith('/') ? top : top + "/";
        if (!full.StartsWith(inside, StringComparison.Ordinal)) return null;
        string[] parts = full[inside.Length..].TrimEnd('/').Split('/');
        return parts[0] == ".git" ? null : parts;
    }

    // Times and owners are not git's to say; an inode number only has to tell the paths apart.
    private static FileStatus StatusOf(FileKind kind, int permissions, long size, string path) => new(
        kind, permissions, 0, 0, size, 0, K4os.Hash.xxHash.XXH64.DigestOf(Grammar.Source.EscapedUtf8.Encode(path)), ulong.MaxValue, 1, (0, 0));
}
