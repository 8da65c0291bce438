using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>
/// What tells the content of a file of the host apart from any other, without a look into it: which file it is, and when it was last
/// written and last changed. The second time no user can set, so that a file whose time of writing was put back is a new one all the same.
/// </summary>
internal readonly record struct FactsKey(ulong Device, ulong Inode, long Size, long Modified, long Changed)
{
    /// <summary>The key of <paramref name="content"/>; null where it is no file of <paramref name="host"/>, or the host does not tell its times.</summary>
    public static FactsKey? Of(IHost host, ByteSource content) =>
        content is FileBytes file && ReferenceEquals(file.Files, host.Files) && host.Status(file.Path) is { Kind: FileKind.Regular, ChangedNanoseconds: not 0 } status && status.Size == content.Length
            ? new FactsKey(status.Device, status.Inode, status.Size, status.ModifiedNanoseconds, status.ChangedNanoseconds)
            : null;
}
