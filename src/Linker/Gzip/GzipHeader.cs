using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Gzip;

/// <summary>The header of a gzip member (RFC 1952, 2.3), of which only the length matters here.</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;
    private const byte HasHeaderCrc = 1 << 1;
    private const byte HasExtra = 1 << 2;
    private const byte HasName = 1 << 3;
    private const byte HasComment = 1 << 4;
    private const byte Reserved = 0xe0;

    /// <summary>Whether a member may begin at <paramref name="at"/>.</summary>
    public static bool IsAt(ByteSource file, long at)
    {
        Span<byte> magic = stackalloc byte[2];
        if (file.Length - at < magic.Length) return false;
        file.Read(at, magic);
        return magic[0] == 0x1f && magic[1] == 0x8b;
    }

    /// <summary>Where the compressed data of the member at <paramref name="at"/> begins.</summary>
    public static long Skip(ByteSource file, long at)
    {
        Span<byte> header = stackalloc byte[FixedLength];
        at = Read(file, at, header);
        byte flags = header[3];
        if (header[2] != 8) throw new InvalidDataException($"the gzip member is compressed by method {header[2]}, not by deflate");
        if ((flags & Reserved) != 0) throw new InvalidDataException("the header of the gzip member has unknown flags");
        if ((flags & HasExtra) != 0)
        {
            Span<byte> length = stackalloc byte[2];
            at = Read(file, at, length);
            at = Advance(file, at, length[0] | (length[1] << 8));
        }
        if ((flags & HasName) != 0) at = SkipText(file, at);
        if ((flags & HasComment) != 0) at = SkipText(file, at);
        return (flags & HasHeaderCrc) != 0 ? Advance(file, at, 2) : at;
    }

    private static long SkipText(ByteSource file, long at)
    {
        Span<byte> buffer = stackalloc byte[256];
        while (at < file.Length)
        {
            Span<byte> part = buffer[..(int)Math.Min(buffer.Length, file.Length - at)];
            file.Read(at, part);
            int end = part.IndexOf((byte)0);
            if (end >= 0) return at + end + 1;
            at += part.Length;
        }
        throw Truncated();
    }

    private static long Read(ByteSource file, long at, Span<byte> destination)
    {
        long end = Advance(file, at, destination.Length);
        file.Read(at, destination);
        return end;
    }

    private static long Advance(ByteSource file, long at, int count) => file.Length - at >= count ? at + count : throw Truncated();

    private static InvalidDataException Truncated() => new("the file ends within the header of a gzip member");
}
