namespace ManifestLinker.Runtime.Tests.Acceptance.Listings;

/// <summary>
/// What is said of an object: <paramref name="Type"/> is f, d or l, <paramref name="Mode"/> four octal digits. Size and digest
/// are those of files, the target that of links; the size of a directory is nobody's promise.
/// </summary>
internal sealed record SpecObject(
    string Path, char Type, string Mode, uint Uid, uint Gid, long Size, int Links, long Time, string Md5, string Target)
{
    /// <summary>A mode of three to five octal digits as one of four.</summary>
    public static string FourDigits(string mode) => mode.PadLeft(4, '0')[^4..];
}
