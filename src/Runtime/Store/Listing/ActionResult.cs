using System.Text;

namespace ManifestLinker.Runtime.Store.Listing;

/// <summary>
/// What stands under the key of an action: the message <c>ActionResult</c> of Bazel's Remote Execution API (remote_execution.proto), because caches
/// may look into it to see that all it names is there. Every content is an output file; what they are called and how they lie says the listing,
/// which is one of them.
/// </summary>
internal static class ActionResult
{
    /// <summary>The longest message that is read, in bytes.</summary>
    public const int Longest = 64 * 1024 * 1024;

    // Field numbers of ActionResult, OutputFile and Digest.
    private const int OutputFiles = 2;
    private const int FilePath = 1, FileDigest = 2, FileIsExecutable = 4;
    private const int DigestHash = 1, DigestSize = 2;

    /// <summary>The message for an action with this <paramref name="listing"/>, whose own digest is <paramref name="ofListing"/>.</summary>
    public static byte[] Write(OutputListing listing, BlobDigest ofListing)
    {
        var message = new MessageWriter();
        message.Bytes(OutputFiles, File(OutputListing.Name, ofListing, isExecutable: false));
        foreach (StoredEntry.File file in listing.Entries.OfType<StoredEntry.File>())
            message.Bytes(OutputFiles, File(file.Path.Text, file.Content, (file.Mode & 0x49) != 0));
        return message.ToArray();
    }

    /// <summary>The digest of the listing that <paramref name="message"/> names; null where it is no such message, or names none.</summary>
    public static BlobDigest? ReadListing(ReadOnlySpan<byte> message)
    {
        var reader = new MessageReader(message);
        while (reader.Next(out int field, out ReadOnlySpan<byte> bytes, out _))
        {
            if (field == OutputFiles && Named(bytes) is { } digest) return digest;
        }
        return null;
    }

    private static byte[] File(string path, BlobDigest digest, bool isExecutable)
    {
        var name = new MessageWriter();
        name.Bytes(DigestHash, Encoding.ASCII.GetBytes(digest.Hex));
        name.Number(DigestSize, digest.Size);
        var file = new MessageWriter();
        file.Bytes(FilePath, Encoding.UTF8.GetBytes(path));
        file.Bytes(FileDigest, name.ToArray());
        if (isExecutable) file.Number(FileIsExecutable, 1);
        return file.ToArray();
    }

    private static BlobDigest? Named(ReadOnlySpan<byte> file)
    {
        bool isListing = false;
        BlobDigest? digest = null;
        var reader = new MessageReader(file);
        while (reader.Next(out int field, out ReadOnlySpan<byte> bytes, out _))
        {
            if (field == FilePath) isListing = bytes.SequenceEqual(Encoding.ASCII.GetBytes(OutputListing.Name));
            else if (field == FileDigest) digest = Digest(bytes);
        }
        return isListing ? digest : null;
    }

    private static BlobDigest? Digest(ReadOnlySpan<byte> message)
    {
        string hex = "";
        long size = 0;
        var reader = new MessageReader(message);
        while (reader.Next(out int field, out ReadOnlySpan<byte> bytes, out long number))
        {
            if (field == DigestHash) hex = Encoding.ASCII.GetString(bytes);
            else if (field == DigestSize) size = number;
        }
        return BlobDigest.IsHex(hex) && size >= 0 ? new BlobDigest(hex, size) : null;
    }
}
