using System.Buffers;
using System.IO.Abstractions;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Pipeline;

namespace ManifestLinker.Linker.Output;

/// <summary>Writes an image to a file, front to back, leaving zeros as holes.</summary>
public static class ImageFile
{
    private const int PieceBytes = 1024 * 1024;

    private static readonly FileStreamOptions Writing = new() { Mode = FileMode.Open, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };

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
    /// Writes <paramref name="image"/> to the file <paramref name="path"/>, which is there and empty, and reads only what may hold data, on
    /// <paramref name="jobs"/> threads, each of which also writes what it has read: an image that is mostly empty takes the time of what is in it.
    /// <paramref name="advance"/> gets the bytes that are done, holes included.
    /// </summary>
    public static void WriteData(ByteSource image, IFileSystem files, string path, int jobs, Action<long> advance, CancellationToken cancel)
    {
        using (FileSystemStream whole = files.FileStream.New(path, Writing)) whole.SetLength(image.Length);
        long done = 0;
        OrderedPipeline.Run(
            PiecesOf(image),
            (piece, _) =>
            {
                Copy(image, piece.Offset, piece.Length, files, path);
                return piece.Offset + piece.Length;
            },
            end =>
            {
                advance(end - done);
                done = end;
            },
            jobs,
            cancel);
        advance(image.Length - done);
    }

    private static void Copy(ByteSource image, long offset, int length, IFileSystem files, string path)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            Span<byte> bytes = buffer.AsSpan(0, length);
            image.Read(offset, bytes);
            if (!bytes.ContainsAnyExcept((byte)0)) return;
            using FileSystemStream output = files.FileStream.New(path, Writing);
            output.Position = offset;
            output.Write(bytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static IEnumerable<(long Offset, int Length)> PiecesOf(ByteSource image)
    {
        foreach ((long offset, long length) in image.DataRuns())
        {
            for (long at = 0; at < length; at += PieceBytes) yield return (offset + at, (int)Math.Min(PieceBytes, length - at));
        }
    }
}
