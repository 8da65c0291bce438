using System.Globalization;
using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Acceptance.Listings;

/// <summary>
/// What the ufs driver of Linux sees in an image: a kernel in an emulator mounts it, lists everything and reads every file.
/// </summary>
internal static class LinuxListing
{
    public static IReadOnlyList<SpecObject> Of(string image)
    {
        Outcome listed = ForeignTool.Run("bash", Checkout.Shared("tools/linux-ufs-check"), image).Exits(0);
        listed.Errors.Should().Contain("/dev/vda", "df in the machine shows what is mounted")
            .And.NotContain("needs fsck").And.NotContain("MOUNT-FAILED").And.NotContainEquivalentOf("error");
        return [.. listed.Lines.Select(Object)];
    }

    // type mode uid gid size nlink mtime path [md5 | -> target]
    private static SpecObject Object(string line)
    {
        string[] words = line.Split(' ', 8);
        char type = words[0].Single();
        string rest = words[7], path = rest, md5 = "", target = "";
        if (type == 'l') (path, target) = (rest[..rest.IndexOf(" -> ", StringComparison.Ordinal)], rest[(rest.IndexOf(" -> ", StringComparison.Ordinal) + 4)..]);
        if (type == 'f') (path, md5) = (rest[..rest.LastIndexOf(' ')], rest[(rest.LastIndexOf(' ') + 1)..]);
        long size = long.Parse(words[4], CultureInfo.InvariantCulture);
        if (type == 'l') size.Should().Be(Encoding.UTF8.GetByteCount(target), path);
        return new(
            path, type, words[1], uint.Parse(words[2], CultureInfo.InvariantCulture), uint.Parse(words[3], CultureInfo.InvariantCulture),
            type == 'd' ? 0 : size, int.Parse(words[5], CultureInfo.InvariantCulture), long.Parse(words[6], CultureInfo.InvariantCulture), md5, target);
    }
}
