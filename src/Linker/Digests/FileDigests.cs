namespace ManifestLinker.Linker.Digests;

/// <summary>The hashes of the content of one file.</summary>
/// <param name="Md5">What the list of shipped files holds.</param>
/// <param name="Sha256">What anything that must withstand an adversary holds.</param>
public readonly record struct FileDigests(Digest Md5, Digest Sha256)
{
    /// <summary>What SPDX demands of every file; null where nobody asked for it.</summary>
    public Digest? Sha1 { get; init; }
}
