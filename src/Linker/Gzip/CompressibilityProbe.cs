using System.IO.Compression;

namespace ManifestLinker.Linker.Gzip;

/// <summary>
/// Guesses from a few samples whether bytes are compressed already. It looks at fixed places, so the answer
/// depends on the bytes alone; a wrong answer costs size or time, never correctness.
/// </summary>
internal static class CompressibilityProbe
{
    private const int SampleCount = 8;
    private const int SampleLength = 4096;

    private static readonly ZLibCompressionOptions Fast = new() { CompressionLevel = 1 };

    /// <summary>Whether none of the samples becomes noticeably smaller. False for what is too short to be worth asking.</summary>
    public static bool IsDense(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2 * SampleCount * SampleLength) return false;
        int step = (bytes.Length - SampleLength) / (SampleCount - 1);
        for (int i = 0; i < SampleCount; i++)
        {
            if (Shrinks(bytes.Slice(i * step, SampleLength))) return false;
        }
        return true;
    }

    private static bool Shrinks(ReadOnlySpan<byte> sample)
    {
        using var compressed = new MemoryStream(SampleLength + 64);
        using (var deflate = new DeflateStream(compressed, Fast, leaveOpen: true)) deflate.Write(sample);
        return compressed.Length < sample.Length - (sample.Length / 64);
    }
}
