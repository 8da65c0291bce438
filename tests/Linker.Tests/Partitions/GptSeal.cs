using System.Buffers.Binary;
using System.IO.Hashing;

namespace ManifestLinker.Linker.Tests.Partitions;

/// <summary>Makes the checksums of a changed partition table right again.</summary>
internal static class GptSeal
{
    /// <summary>Those of the 128 entries at <paramref name="entries"/>, and of the header at <paramref name="header"/>.</summary>
    public static void Entries(byte[] bytes, int header, int entries)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(header + 88), Crc32.HashToUInt32(bytes.AsSpan(entries, 128 * 128)));
        Header(bytes.AsSpan(header));
    }

    /// <summary>That of a header.</summary>
    public static void Header(Span<byte> header)
    {
        header.Slice(16, 4).Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], Crc32.HashToUInt32(header[..92]));
    }
}
