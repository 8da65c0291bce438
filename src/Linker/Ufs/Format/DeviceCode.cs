using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Ufs.Format;

/// <summary>
/// Device numbers as inodes hold them: 7 and 8 bits where that is enough, else 14 and 18. Readers tell the forms apart
/// by the upper 16 bits, all zeros or all ones for the short one (illumos <c>ufs_inode.c: ufs_iget_internal</c>).
/// </summary>
internal static class DeviceCode
{
    private const uint LargestMajor = 0x3FFF, LargestMinor = 0x3FFFF;

    /// <summary>The word for <paramref name="device"/>; null where a reader would take every form of it for something else.</summary>
    public static int? Encode(DeviceNumber device)
    {
        if (device.Major > LargestMajor || device.Minor > LargestMinor) return null;
        int code = device is { Major: <= 127, Minor: <= 255 }
            ? (int)(device.Major << 8 | device.Minor)
            : (int)(device.Major << 18 | device.Minor);
        return Decode(code) == device ? code : null;
    }

    public static DeviceNumber Decode(int code) => ((uint)code >> 16) is 0 or 0xFFFF
        ? new DeviceNumber((uint)code >> 8 & 0x7F, (uint)code & 0xFF)
        : new DeviceNumber((uint)code >> 18, (uint)code & LargestMinor);
}
