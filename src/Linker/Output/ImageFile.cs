using System.Security.Cryptography;
using ManifestLinker.Compiler.Bytes;

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
    /// Writes <paramref name="image"/> to <paramref name="output"/>, and reads only what may hold data: an image that is mostly empty takes the time
    /// of what is in it. <paramref name="advance"/> gets the bytes that are done, holes included.
    /// </summary>
    public static void WriteData(ByteSource image, Stream output, Action<long> advance, CancellationToken cancel)
    {
        output.SetLength(image.Length);
        long done = 0;
        foreach ((long offset, long length) in image.DataRuns())
        {
            long at = offset;
            advance(offset - done);
            image.Slice(offset, length).ReadThrough(
                piece =>
                {
                    if (piece.ContainsAnyExcept((byte)0))
                    {
                        output.Position = at;
                        output.Write(piece);
                    }
                    at += piece.Length;
                    advance(piece.Length);
                },
                PieceBytes,
                cancel);
            done = at;
        }
        advance(image.Length - done);
    }
}
