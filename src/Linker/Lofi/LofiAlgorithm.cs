using System.Text;

namespace ManifestLinker.Linker.Lofi;

/// <summary>One of the four names that the driver knows (<c>lofi_compress_table</c>); they stand for two decompressors.</summary>
public sealed class LofiAlgorithm
{
    /// <summary>zlib streams; lofiadm compresses them at level 6.</summary>
    public static readonly LofiAlgorithm Gzip = new("gzip", isLzma: false);

    /// <summary>lzma-alone streams, one for each segment.</summary>
    public static readonly LofiAlgorithm Lzma = new("lzma", isLzma: true);

    private static readonly LofiAlgorithm[] All =
        [Gzip, new LofiAlgorithm("gzip-6", isLzma: false), new LofiAlgorithm("gzip-9", isLzma: false), Lzma];

    private readonly byte[] name;

    private LofiAlgorithm(string name, bool isLzma)
    {
        this.name = Encoding.ASCII.GetBytes(name);
        IsLzma = isLzma;
    }

    /// <summary>Whether segments are lzma streams; otherwise they are zlib streams.</summary>
    public bool IsLzma { get; }

    /// <summary>The name as it stands in the file, without padding.</summary>
    internal ReadOnlySpan<byte> Name => name;

    /// <summary>
    /// The algorithm that <paramref name="field"/> names; null for none. As in the driver, what follows the first NUL says nothing.
    /// </summary>
    internal static LofiAlgorithm? Named(ReadOnlySpan<byte> field)
    {
        int end = field.IndexOf((byte)0);
        foreach (LofiAlgorithm algorithm in All)
        {
            if (end >= 0 && field[..end].SequenceEqual(algorithm.Name)) return algorithm;
        }
        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.ASCII.GetString(name);
}
