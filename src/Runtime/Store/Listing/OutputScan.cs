using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>Takes down what an action made, and where each content of it lies.</summary>
internal sealed record OutputScan(OutputListing Listing, IReadOnlyDictionary<BlobDigest, ByteSource> Sources)
{
    /// <summary>Everything in <paramref name="folder"/>.</summary>
    /// <exception cref="IOException">Something in it is neither file nor directory nor link, or cannot be read.</exception>
    public static OutputScan Of(ActionKey key, string folder, IHost host, CancellationToken cancel)
    {
        var entries = new List<StoredEntry>();
        var sources = new Dictionary<BlobDigest, ByteSource>();
        var first = new Dictionary<Inode, ImagePath>();
        foreach ((ImagePath path, Inode inode) in HostTree.Read(host, folder, cancel).Entries)
        {
            cancel.ThrowIfCancellationRequested();
            entries.Add(inode.Kind switch
            {
                FileKind.Directory => new StoredEntry.Directory(path, inode.Permissions),
                // The class library has put this character where the bytes of a text are not UTF-8.
                FileKind.SymbolicLink when inode.Target.Contains('\uFFFD', StringComparison.Ordinal) => throw new IOException($"{path} is a link with a text that is not UTF-8, which cannot be kept"),
                FileKind.SymbolicLink => new StoredEntry.Link(path, inode.Target),
                FileKind.Regular when first.TryGetValue(inode, out ImagePath existing) => new StoredEntry.HardLink(path, existing),
                FileKind.Regular => new StoredEntry.File(path, inode.Permissions, Digest(inode.Content, sources, cancel)),
                _ => throw new IOException($"{path} is a {KindName.Of(inode.Kind)}, which cannot be kept"),
            });
            first.TryAdd(inode, path);
        }
        return new OutputScan(new OutputListing(key, entries), sources);
    }

    private static BlobDigest Digest(ByteSource content, Dictionary<BlobDigest, ByteSource> sources, CancellationToken cancel)
    {
        BlobDigest digest = CopyDigest.Copy(content, Stream.Null, cancel);
        sources.TryAdd(digest, content);
        return digest;
    }
}
