using System.Security.Cryptography;
using System.Text;

namespace ManifestLinker.Linker.Partitions.Format;

/// <summary>GUIDs that follow from names (RFC 4122, 4.3, version 5), so that the same image has the same ones.</summary>
public static class NameGuid
{
    // The space of names: a number that nobody else uses.
    private static readonly Guid Space = new("0c7f1f2e-5b0b-4a5e-9d0a-6f3b8b0c4a91");

    /// <summary>The GUID of <paramref name="name"/>.</summary>
    public static Guid Of(string name) => Of(Space, name);

    /// <summary>The GUID of <paramref name="name"/> in another space.</summary>
    public static Guid Of(Guid space, string name)
    {
        // SHA-1 is what the standard names; it only spreads names here.
        byte[] hash = CryptographicOperations.HashData(HashAlgorithmName.SHA1, [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
        hash[6] = (byte)((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
