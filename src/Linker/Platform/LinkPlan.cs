using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Platform;

/// <summary>Everything that is decided before the first byte of a source is read.</summary>
public sealed record LinkPlan
{
    /// <summary>What it was planned from.</summary>
    public required LinkInput Input { get; init; }

    /// <summary>The steps that changed the contents, in order.</summary>
    public required IReadOnlyList<AppliedTransform> Transforms { get; init; }

    /// <summary>The image as those steps left it, both file systems in one, still without the compressed /usr.</summary>
    public required FileTree Image { get; init; }

    /// <summary>The password that the image holds, to be kept beside it; null where none was set.</summary>
    public required RootPassword? RootPassword { get; init; }

    /// <summary>How large the root becomes.</summary>
    public required UfsSize RootSize { get; init; }

    /// <summary>The bytes by which the root is larger because the kernel is a DEBUG one; 0 where it is none, or the size does not depend on it.</summary>
    public required long DebugBytes { get; init; }

    /// <summary>What the manifests deliver, before any step.</summary>
    public required FileTree Delivered { get; init; }

    /// <summary>The two file systems; the root still without the compressed /usr.</summary>
    public required FileSystemTrees Trees { get; init; }

    /// <summary>The plan of /usr.</summary>
    public required UfsPlan Usr { get; init; }

    /// <summary>The plan of the root as if the compressed /usr were empty: what is free in it is what that may take.</summary>
    public required UfsPlan RootBeforeUsr { get; init; }

    /// <summary>The digests of everything but the list of them; asked for the first time, it reads all sources.</summary>
    public required Lazy<IReadOnlyDictionary<Inode, FileDigests>> Digests { get; init; }

    /// <summary>The number of bytes of all sources, each counted once.</summary>
    public required long SourceBytes { get; init; }

    /// <summary>The shipped manifest: the list of digests that lies in the image and beside it.</summary>
    public required Compiler.Bytes.ByteSource ShippedManifest { get; init; }

    /// <summary>The kernel, to be delivered beside the boot archive; null where the image has none.</summary>
    public required Inode? Kernel { get; init; }
}
