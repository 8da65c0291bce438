using System.Buffers;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Runtime.Store;

/// <summary>Copies bytes and takes their digest on the way, so that what was copied is known to be what it was meant to be.</summary>
internal static class CopyDigest
{
    private const int Piece = 256 * 1024;

    /// <summary>
    /// The digest of what <paramref name="from"/> holds, which goes to <paramref name="to"/>. More than <paramref name="limit"/> bytes are not
    /// copied: the digest is then that of what was.
    /// </summary>
    public static BlobDigest Copy(Stream from, Stream to, long limit, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long size = 0;
            for (int count; (count = from.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                size += count;
                // One byte too many is as wrong as a thousand, and costs less.
                if (size > limit) break;
                hash.AppendData(buffer, 0, count);
                to.Write(buffer, 0, count);
            }
            return new BlobDigest(Convert.ToHexStringLower(hash.GetHashAndReset()), size);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The digest of <paramref name="from"/>, which goes to <paramref name="to"/>.</summary>
    public static BlobDigest Copy(ByteSource from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        from.ReadThrough(
            bytes =>
            {
                hash.AppendData(bytes);
                to.Write(bytes);
            },
            Piece,
            cancel);
        return new BlobDigest(Convert.ToHexStringLower(hash.GetHashAndReset()), from.Length);
    }
}
