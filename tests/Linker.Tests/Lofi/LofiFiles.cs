using System.Buffers.Binary;
using System.IO.Compression;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Lofi;

namespace ManifestLinker.Linker.Tests.Lofi;

/// <summary>Images to compress, and what comes of it.</summary>
internal static class LofiFiles
{
    public static byte[] Write(byte[] image, int segmentSize, int jobs = 2)
    {
        using var output = new MemoryStream();
        LofiWriter.Write(new MemoryBytes(image), output, new LofiOptions { SegmentSize = segmentSize }, jobs, CancellationToken.None);
        return output.ToArray();
    }

    public static byte[] Read(byte[] file) => LofiReader.Open(new MemoryBytes(file)).ToArray();

    public static IEnumerable<string> Fatal(byte[] file) => Findings(file, LofiSeverity.Fatal);

    public static IEnumerable<string> Notes(byte[] file) => Findings(file, LofiSeverity.Note);

    /// <summary>An image of text, zeros and noise in turn, a multiple of 512 bytes.</summary>
    public static byte[] Mixed(int length, int seed = 1)
    {
        var random = new Random(seed);
        var image = new byte[length];
        for (int at = 0; at < length;)
        {
            Span<byte> part = image.AsSpan(at, Math.Min(length - at, random.Next(1, 40_000)));
            switch (random.Next(3))
            {
                case 0:
                    random.NextBytes(part);
                    break;
                case 1:
                    for (int i = 0; i < part.Length; i++) part[i] = (byte)("the quick brown fox "[i % 20] + (random.Next(20) == 0 ? 1 : 0));
                    break;
            }
            at += part.Length;
        }
        return image;
    }

    /// <summary>The flag and length, flag included, of each segment.</summary>
    public static (byte Flag, int Length)[] Segments(byte[] file)
    {
        int entries = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(40));
        var segments = new (byte, int)[entries - 1];
        for (int i = 0; i < segments.Length; i++)
        {
            int from = (int)BinaryPrimitives.ReadInt64BigEndian(file.AsSpan(48 + (8 * i)));
            int to = (int)BinaryPrimitives.ReadInt64BigEndian(file.AsSpan(56 + (8 * i)));
            segments[i] = (file[48 + (8 * entries) + from], to - from);
        }
        return segments;
    }

    /// <summary>Bytes of <paramref name="length"/> that deflate at level 6 to exactly <paramref name="compressed"/> bytes with zlib's frame.</summary>
    public static byte[] DeflatingTo(int length, int compressed)
    {
        // Each further byte of noise makes the result about one byte longer.
        for (int seed = 0; seed < 50; seed++)
        {
            var noise = new byte[length];
            new Random(seed).NextBytes(noise);
            for (int keep = Math.Max(0, compressed - 200); keep <= Math.Min(length, compressed + 50); keep++)
            {
                var candidate = new byte[length];
                noise.AsSpan(0, keep).CopyTo(candidate);
                int result = Deflate(candidate).Length;
                if (result == compressed) return candidate;
                if (result > compressed + 20) break;
            }
        }
        throw new InvalidOperationException($"no {length} bytes found that deflate to {compressed}");
    }

    public static byte[] Deflate(byte[] raw)
    {
        using var output = new MemoryStream();
        using (var zlib = new ZLibStream(output, new ZLibCompressionOptions { CompressionLevel = 6 }, leaveOpen: true)) zlib.Write(raw);
        return output.ToArray();
    }

    private static IEnumerable<string> Findings(byte[] file, LofiSeverity severity) => LofiChecker
        .Check(new MemoryBytes(file), jobs: 2)
        .Where(problem => problem.Severity == severity)
        .Select(problem => problem.Message);
}
