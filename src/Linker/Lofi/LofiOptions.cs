namespace ManifestLinker.Linker.Lofi;

/// <summary>How an image is compressed. The defaults are those of <c>lofiadm -C</c>.</summary>
public sealed record LofiOptions
{
    /// <summary>Uncompressed bytes of a segment: a power of two, 512 to 2^30.</summary>
    public int SegmentSize { get; init; } = 128 * 1024;

    /// <summary>The level of deflate, 1 to 9. The driver reads all of them alike.</summary>
    public int Level { get; init; } = 6;
}
