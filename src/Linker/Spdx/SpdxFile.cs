using System.Security.Cryptography;
using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;

namespace ManifestLinker.Linker.Spdx;

/// <summary>A regular file of the image, and the component that delivers it; null where the link makes it.</summary>
internal sealed record SpdxFile(ImagePath Path, string? Component, Digest Sha1, Digest Sha256)
{
    // Enough that no two paths of a platform share it.
    private const int IdBytes = 12;

    /// <summary>Its identifier, which depends on the path alone, so that the lines of two platforms can be compared.</summary>
    public string Id { get; } = "SPDXRef-File-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.Text)).AsSpan(0, IdBytes));
}
