using System.Security.Cryptography;
using System.Text;

namespace ManifestLinker.Linker.Spdx;

/// <summary>The package verification code of SPDX 2.3 (clause 7.9.4).</summary>
internal static class VerificationCode
{
    /// <summary>The SHA-1 of the SHA-1s of <paramref name="files"/>, as lower-case hexadecimal digits, sorted, one after the other without anything between.</summary>
    public static string Of(IEnumerable<SpdxFile> files)
    {
        string all = string.Concat(files.Select(file => file.Sha1.ToString()).Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // The format knows no other.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.ASCII.GetBytes(all)));
#pragma warning restore CA5350
    }
}
