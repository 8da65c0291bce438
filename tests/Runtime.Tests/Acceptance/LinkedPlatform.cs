using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance;

/// <summary>The outputs of a link, as they lie in their folder.</summary>
internal sealed record LinkedPlatform(string Folder)
{
    /// <summary>The stamp of all platforms here, and its time in seconds since 1970.</summary>
    public const string Stamp = "20260101T000000Z";

    public const long Time = 1767225600;

    public const string Prefix = "platform-" + Stamp;

    public string PlatformFolder => Path.Combine(Folder, Prefix);

    public string Archive => Path.Combine(Folder, Prefix + ".tgz");

    public string Spec => Path.Combine(Folder, Prefix + ".spec");

    public string BootArchive => Path.Combine(PlatformFolder, "i86pc/amd64/boot_archive");

    /// <summary>Takes the compressed /usr out of the boot archive, and the image out of that with a decoder that is not ours.</summary>
    public string DecodeUsr(string folder)
    {
        string compressed = Path.Combine(folder, "usr.lgz"), image = Path.Combine(folder, "usr.ufs");
        File.WriteAllBytes(compressed, Mlc.In(folder, "cat", "--raw", BootArchive, "usr.lgz").Run().Exits(0).Bytes);
        ForeignTool.Run("python3", Checkout.Shared("tools/unlofi.py"), compressed, "-o", image).Exits(0);
        return image;
    }
}
