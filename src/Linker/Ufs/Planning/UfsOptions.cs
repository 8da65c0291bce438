namespace ManifestLinker.Linker.Ufs;

/// <summary>What a file system is made with, besides its tree.</summary>
public sealed record UfsOptions
{
    /// <summary>How large the image becomes.</summary>
    public required UfsSize Size { get; init; }

    /// <summary>
    /// The time of making, in seconds since 1970: of the superblock and the groups, and the last access and change of every
    /// object. The time of modification is each object's own.
    /// </summary>
    public required long Time { get; init; }

    /// <summary>Bytes of a block: 4096 or 8192.</summary>
    public int BlockSize { get; init; } = 4096;

    /// <summary>Bytes of a fragment: an eighth to the whole of a block, at least 512.</summary>
    public int FragmentSize { get; init; } = 1024;
}
