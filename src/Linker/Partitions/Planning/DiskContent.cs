using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Partitions;

/// <summary>What is to lie on a disk.</summary>
public sealed record DiskContent
{
    /// <summary>The first stage of the loader, 512 bytes (<c>boot/pmbr</c>).</summary>
    public required ByteSource FirstStage { get; init; }

    /// <summary>The second stage of the loader (<c>boot/gptzfsboot</c>), which fits into its slice.</summary>
    public required ByteSource SecondStage { get; init; }

    /// <summary>The file system that firmware starts from; exactly as long as its slice.</summary>
    public required ByteSource Loader { get; init; }

    /// <summary>The file system with everything else; exactly as long as its slice.</summary>
    public required ByteSource Root { get; init; }

    /// <summary>What every number that is to be like no other is derived from, with what it is for: commonly the build stamp.</summary>
    public required string Stamp { get; init; }
}
