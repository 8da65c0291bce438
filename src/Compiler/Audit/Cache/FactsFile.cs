using System.Buffers.Binary;
using K4os.Hash.xxHash;

namespace ManifestLinker.Compiler.Audit.Cache;

/// <summary>
/// The bytes of a cache: a name and a version, the number of entries, each entry a key and what <see cref="FactsCodec"/> made of the facts, and
/// the XXH64 of all before it. What is not exactly that counts as no cache.
/// </summary>
internal static class FactsFile
{
    /// <summary>
    /// Goes up whenever the facts of some file, or their bytes, become others: an old cache would tell what an old reader saw. A test holds
    /// it to that.
    /// </summary>
    public const int Version = 1;

    private const int ChecksumSize = 8;

    private static ReadOnlySpan<byte> Name => "mlc facts\n"u8;

    public static byte[] Format(IReadOnlyCollection<KeyValuePair<FactsKey, ReadOnlyMemory<byte>>> entries)
    {
        var writer = new FactsWriter();
        writer.Raw(Name);
        writer.Number(Version);
        writer.List(entries, entry =>
        {
            writer.Long(entry.Key.Device);
            writer.Long(entry.Key.Inode);
            writer.Long((ulong)entry.Key.Size);
            writer.Long((ulong)entry.Key.Modified);
            writer.Long((ulong)entry.Key.Changed);
            writer.Number((ulong)entry.Value.Length);
            writer.Raw(entry.Value.Span);
        });
        writer.Long(XXH64.DigestOf(writer.Written));
        return writer.ToArray();
    }

    /// <summary>The entries in <paramref name="bytes"/>, whose facts are ranges of it; none where it is no whole cache of this version.</summary>
    public static Dictionary<FactsKey, ReadOnlyMemory<byte>> Parse(byte[] bytes)
    {
        if (bytes.Length < Name.Length + ChecksumSize || !bytes.AsSpan().StartsWith(Name)) return [];
        Memory<byte> body = bytes.AsMemory(0, bytes.Length - ChecksumSize);
        if (XXH64.DigestOf(body.Span) != BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(body.Length))) return [];
        var reader = new FactsReader(body[Name.Length..]);
        if (reader.Int() != Version) return [];
        KeyValuePair<FactsKey, ReadOnlyMemory<byte>>[] entries = reader.List(() =>
        {
            var key = new FactsKey(reader.Long(), reader.Long(), (long)reader.Long(), (long)reader.Long(), (long)reader.Long());
            return KeyValuePair.Create(key, reader.TakeMemory(reader.Number()));
        });
        return reader.IsDone && entries.DistinctBy(entry => entry.Key).Count() == entries.Length ? new(entries) : [];
    }
}
