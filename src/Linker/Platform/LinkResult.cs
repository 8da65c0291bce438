using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Platform;

/// <summary>What a link has made: the name of the platform, its two file systems, the bytes of usr.lgz, and the SHA-1 of the boot archive.</summary>
public sealed record LinkResult(string Prefix, UfsPlan Root, UfsPlan Usr, long CompressedUsrBytes, string BootArchiveSha1)
{
    /// <summary>Whether the password of root lies in the folder of the platform.</summary>
    public required bool KeepsPassword { get; init; }
}
