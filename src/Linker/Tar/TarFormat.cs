namespace ManifestLinker.Linker.Tar;

/// <summary>Where things stand in a header block: POSIX.1-2017 pax, "ustar Interchange Format", and GNU tar's <c>tar.h</c>.</summary>
internal static class TarFormat
{
    /// <summary>Bytes of a block: headers are one, contents are padded to them.</summary>
    public const int Block = 512;

    /// <summary>Archives are padded to records of 20 blocks, as tar does for tapes and some readers still expect.</summary>
    public const int Record = 20 * Block;

    public static readonly Range Name = 0..100;
    public static readonly Range Mode = 100..108;
    public static readonly Range Uid = 108..116;
    public static readonly Range Gid = 116..124;
    public static readonly Range Size = 124..136;
    public static readonly Range Modified = 136..148;
    public static readonly Range Checksum = 148..156;
    public const int Type = 156;
    public static readonly Range Link = 157..257;
    public static readonly Range Magic = 257..265;
    public static readonly Range UserName = 265..297;
    public static readonly Range GroupName = 297..329;
    public static readonly Range DeviceMajor = 329..337;
    public static readonly Range DeviceMinor = 337..345;
    public static readonly Range Prefix = 345..500;

    /// <summary>"ustar", NUL, version 00.</summary>
    public static ReadOnlySpan<byte> UstarMagic => "ustar\000"u8;

    /// <summary>GNU's own, which has no prefix field but takes longer names and larger numbers.</summary>
    public static ReadOnlySpan<byte> GnuMagic => "ustar  \0"u8;

    /// <summary>The bytes that <paramref name="length"/> bytes of content take.</summary>
    public static long Padded(long length) => (length + Block - 1) / Block * Block;

    /// <summary>The sum of a header's bytes, those of the sum itself taken as blanks.</summary>
    public static int ChecksumOf(ReadOnlySpan<byte> header)
    {
        int sum = 8 * ' ';
        for (int i = 0; i < Block; i++)
        {
            if (i is < 148 or >= 156) sum += header[i];
        }
        return sum;
    }
}
