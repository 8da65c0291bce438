using System.Buffers;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Output;

/// <summary>Writes an image to a file, front to back, leaving zeros as holes.</summary>
public static class ImageFile
{
    private const int PieceBytes = 1024 * 1024;

    /// <summary>Writes all of <paramref name="image"/> to <paramref name="output"/>, and gives the SHA-1 of all of it, holes included.</summary>
    public static byte[] Write(ByteSource image, Stream output, CancellationToken cancel)
    {
        // SHA-1 is what dboot checks (boot_archive.hash); it guards against damage, not against malice.
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        output.SetLength(image.Length);
        long at = 0;
        image.ReadThrough(
            piece =>
            {
                sha1.AppendData(piece);
                if (piece.ContainsAnyExcept((byte)0))
                {
                    output.Position = at;
                    output.Write(piece);
                }
                at += piece.Length;
            },
            PieceBytes,
            cancel);
        return sha1.GetHashAndReset();
    }

    /// <summary>
    /// Writes <paramref name="image"/> to <paramref name="output"/>, and reads only what may hold data, on <paramref name="jobs"/> threads: an image that is mostly
    /// empty takes the time of what is in it. <paramref name="advance"/> gets the bytes that are done, holes included.
    /// </summary>
    public static void WriteData(ByteSource image, Stream output, int jobs, Action<long> advance, CancellationToken cancel)
    {
        output.SetLength(image.Length);
        long done = 0;
        OrderedPipeline.Run(
            PiecesOf(image),
            (piece, _) =>
            {
                byte[] bytes = ArrayPool<byte>.Shared.Rent(PieceBytes);
                image.Read(piece.Offset, bytes.AsSpan(0, piece.Length));
                return (piece.Offset, piece.Length, Bytes: bytes, IsData: bytes.AsSpan(0, piece.Length).ContainsAnyExcept((byte)0));
            },
            piece =>
            {
                if (piece.IsData)
                {
                    output.Position = piece.Offset;
                    output.Write(piece.Bytes, 0, piece.Length);
                }
                ArrayPool<byte>.Shared.Return(piece.Bytes);
                advance(piece.Offset + piece.Length - done);
                done = piece.Offset + piece.Length;
            },
            jobs,
            cancel);
        advance(image.Length - done);
    }

    private static IEnumerable<(long Offset, int Length)> PiecesOf(ByteSource image)
    {
        foreach ((long offset, long length) in image.DataRuns())
        {
            for (long at = 0; at < length; at += PieceBytes) yield return (offset + at, (int)Math.Min(PieceBytes, length - at));
        }
    }
}
