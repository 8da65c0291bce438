using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Archives that nobody makes by accident.</summary>
internal static class HostileArchive
{
    /// <summary>A file whose name begins at the top of the machine.</summary>
    public static byte[] AbsoluteNames() => Tar(File("/etc/mlc-hostile"), File("/tmp/mlc-hostile"));

    /// <summary>A file above the top.</summary>
    public static byte[] Climbing() => Tar(File("../mlc-hostile"));

    /// <summary>A file above the top, by a detour.</summary>
    public static byte[] ClimbingLater() => Tar(File("a/b/../../../mlc-hostile"));

    /// <summary>A link out of the archive.</summary>
    public static byte[] LinkOut(string target) => Tar(Link(TarEntryType.SymbolicLink, "out", target));

    /// <summary>A link out of the archive, and a file behind it.</summary>
    public static byte[] ThroughLink(string target) => Tar(Link(TarEntryType.SymbolicLink, "out", target), File("out/mlc-hostile"));

    /// <summary>A link out of the archive, and a file in its place.</summary>
    public static byte[] OverLink(string target) => Tar(Link(TarEntryType.SymbolicLink, "out", target + "/mlc-hostile"), File("out"));

    /// <summary>Another name of a file of the machine.</summary>
    public static byte[] HardLinkOut() => Tar(Link(TarEntryType.HardLink, "passwd", "../../../../etc/passwd"));

    /// <summary>Another name of a file of the machine, by its whole path.</summary>
    public static byte[] HardLinkToTop() => Tar(Link(TarEntryType.HardLink, "passwd", "/etc/passwd"));

    /// <summary>A name that no file system takes.</summary>
    public static byte[] LongName() => Tar(File("etc/" + new string('x', 300)));

    /// <summary>As many files as are asked for.</summary>
    public static byte[] ManyNames(int count) => Tar([.. Enumerable.Range(0, count).Select(number => File($"d{number % 97}/f{number}"))]);

    /// <summary>A file of which nothing is stored, and that claims to have 2^62 bytes.</summary>
    public static byte[] Hollow()
    {
        byte[] tar = Tar(File("hollow"));
        Span<byte> header = tar.AsSpan(0, 512);
        header[156] = (byte)'S';
        "ustar  \0"u8.CopyTo(header[257..]);
        header[345..500].Clear();
        // Of the real size in base 256 the first byte is only a mark.
        header[483..495].Clear();
        header[483] = 0x80;
        header[487] = 0x40;
        header[148..156].Fill((byte)' ');
        int sum = 0;
        foreach (byte part in header) sum += part;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0') + "\0 ").CopyTo(header[148..]);
        return tar;
    }

    /// <summary>Zeros, packed.</summary>
    public static byte[] Bomb(long length)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (long at = 0; at < length; at += zeros.Length) gzip.Write(zeros);
        }
        return packed.ToArray();
    }

    /// <summary><paramref name="content"/>, packed so many times over.</summary>
    public static byte[] Packed(byte[] content, int times)
    {
        if (times == 0) return content;
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(content);
        return Packed(packed.ToArray(), times - 1);
    }

    private static byte[] Tar(params TarEntry[] entries)
    {
        using var bytes = new MemoryStream();
        using (var writer = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (TarEntry entry in entries) writer.WriteEntry(entry);
        }
        return bytes.ToArray();
    }

    private static TarEntry File(string name) => name.Length > 100
        ? new GnuTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) }
        : new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream("x"u8.ToArray()) };

    private static UstarTarEntry Link(TarEntryType type, string name, string target) => new(type, name) { LinkName = target };
}
