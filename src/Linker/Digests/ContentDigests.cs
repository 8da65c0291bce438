using System.Buffers;
using System.Security.Cryptography;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Pipeline;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Digests;

/// <summary>Hashes the regular files of a tree.</summary>
public static class ContentDigests
{
    private const int Piece = 256 * 1024;

    /// <summary>
    /// MD5 and SHA-256 of every regular file of <paramref name="tree"/>, by inode: a file with several names is read once,
    /// and both hashes come of that one reading.
    /// </summary>
    /// <param name="tree">Its files are read on several threads at once.</param>
    /// <param name="jobs">The number of threads.</param>
    /// <param name="cancel">Stops the run with an <see cref="OperationCanceledException"/>.</param>
    /// <param name="sha1">Whether SHA-1 is wanted, too.</param>
    public static IReadOnlyDictionary<Inode, FileDigests> Of(FileTree tree, int jobs, CancellationToken cancel, bool sha1 = false)
    {
        // The largest first, so that no thread is left alone with a large file at the end.
        Inode[] files = [.. tree.Entries
            .Select(entry => entry.Inode)
            .Where(inode => inode.Kind == FileKind.Regular)
            .Distinct()
            .OrderByDescending(inode => inode.Content.Length)];
        var digests = new Dictionary<Inode, FileDigests>(files.Length);
        OrderedPipeline.Run(
            files,
            (file, stop) => (file, Of(file.Content, sha1, stop)),
            result => digests.Add(result.file, result.Item2),
            jobs,
            cancel,
            // The results are small: nobody need wait for the large file at the head.
            window: files.Length);
        return digests;
    }

    /// <summary>MD5 and SHA-256 of <paramref name="content"/>, read once.</summary>
    public static FileDigests Of(ByteSource content, CancellationToken cancel = default) => Of(content, sha1: false, cancel);

    /// <summary>MD5 and SHA-256 of <paramref name="content"/>, and SHA-1 where <paramref name="sha1"/> asks for it, read once.</summary>
    public static FileDigests Of(ByteSource content, bool sha1, CancellationToken cancel)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            return content.Length <= Piece ? OfSmall(content, buffer, sha1) : OfLarge(content, buffer, sha1, cancel);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static FileDigests OfSmall(ByteSource content, byte[] buffer, bool sha1)
    {
        Span<byte> bytes = buffer.AsSpan(0, (int)content.Length);
        content.Read(0, bytes);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return new FileDigests(
            new Digest(hash[..HashMd5(bytes, hash)]),
            new Digest(hash[..SHA256.HashData(bytes, hash)]))
        {
            Sha1 = sha1 ? new Digest(hash[..HashSha1(bytes, hash)]) : null,
        };
    }

    private static FileDigests OfLarge(ByteSource content, byte[] buffer, bool sha1, CancellationToken cancel)
    {
        using IncrementalHash? third = sha1 ? IncrementalHash.CreateHash(HashAlgorithmName.SHA1) : null;
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (long at = 0; at < content.Length;)
        {
            cancel.ThrowIfCancellationRequested();
            Span<byte> bytes = buffer.AsSpan(0, (int)Math.Min(Piece, content.Length - at));
            content.Read(at, bytes);
            md5.AppendData(bytes);
            sha256.AppendData(bytes);
            third?.AppendData(bytes);
            at += bytes.Length;
        }
        return new FileDigests(new Digest(md5.GetHashAndReset()), new Digest(sha256.GetHashAndReset()))
        {
            Sha1 = third is null ? null : new Digest(third.GetHashAndReset()),
        };
    }

    // The list of shipped files is in the format of md5sum: the hash finds damage there, not forgery.
#pragma warning disable CA5351
    private static int HashMd5(ReadOnlySpan<byte> bytes, Span<byte> hash) => MD5.HashData(bytes, hash);
#pragma warning restore CA5351

    // SPDX 2.3 demands this one of every file, beside whichever others.
#pragma warning disable CA5350
    private static int HashSha1(ReadOnlySpan<byte> bytes, Span<byte> hash) => SHA1.HashData(bytes, hash);
#pragma warning restore CA5350
}
