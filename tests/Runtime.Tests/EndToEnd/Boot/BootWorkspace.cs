using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Boot;

/// <summary>A folder with a platform and a boot area, small, of contents that follow from nothing but their names.</summary>
internal static class BootWorkspace
{
    public const string Stamp = "20260102T030405Z";

    /// <summary><see cref="Stamp"/> in seconds since 1970.</summary>
    public const long Time = 1767323045;

    public const string Platform = "platform-" + Stamp;

    /// <summary>Where the boot archive lies in a platform.</summary>
    public const string BootArchive = "i86pc/amd64/boot_archive";

    /// <summary>A loader of many sectors, the last of them not full.</summary>
    public static byte[] Loader { get; } = Bytes(3, 70_001);

    /// <summary>Writes the platform as <c>out/platform-STAMP</c> with its link, and the boot area as <c>proto.boot</c>.</summary>
    public static void Write(TemporaryFolder folder)
    {
        foreach ((string name, byte[] bytes) in new (string, byte[])[]
        {
            (BootArchive, Bytes(1, 3_000_000)),
            (BootArchive + ".hash", "0123456789012345678901234567890123456789\n"u8.ToArray()),
            ("i86pc/kernel/amd64/unix", Bytes(2, 10_000)),
            ("etc/version/platform", System.Text.Encoding.ASCII.GetBytes(Stamp + "\n")),
            ("root.password", "in plain text\n"u8.ToArray()),
        })
        {
            folder.Write($"out/{Platform}/{name}", bytes);
        }
        File.CreateSymbolicLink(folder.At("out/platform-latest"), Platform);
        foreach ((string name, byte[] bytes) in new (string, byte[])[]
        {
            ("loader", Loader),
            ("loader64.efi", Bytes(4, 40_000)),
            ("cdboot", Bytes(5, 1_200)),
            ("pmbr", FirstSector()),
            ("gptzfsboot", SecondStage()),
            ("defaults/loader.conf", "exec=\"echo\"\n"u8.ToArray()),
            ("forth/brand-smartos.4th", "\\ a long name\n"u8.ToArray()),
            ("loader.conf", "replaced by the one of the medium\n"u8.ToArray()),
        })
        {
            folder.Write($"proto.boot/boot/{name}", bytes);
        }
        folder.Write("proto.boot/etc/version/boot", Stamp + "\n");
        Settle(folder.Path);
    }

    /// <summary>Gives everything below <paramref name="top"/> the modes that a build gives, whatever the umask.</summary>
    public static void Settle(string top)
    {
        foreach (string name in Walk.Below(top).Select(name => Path.Combine(top, name)).Where(name => new FileInfo(name).LinkTarget is null))
            File.SetUnixFileMode(name, (UnixFileMode)(Directory.Exists(name) ? 0b111_101_101 : 0b110_100_100));
    }

    private static byte[] FirstSector()
    {
        byte[] sector = Bytes(6, 512);
        (sector[510], sector[511]) = (0x55, 0xaa);
        return sector;
    }

    // Magic, flags, and what makes their sum zero, as multiboot has it.
    private static byte[] SecondStage()
    {
        byte[] stage = Bytes(7, 70_000);
        (uint magic, uint flags) = (0x1badb002, 0x00010003);
        foreach ((uint word, int at) in new[] { (magic, 64), (flags, 68), (unchecked(0 - magic - flags), 72) })
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(stage.AsSpan(at), word);
        return stage;
    }

    private static byte[] Bytes(int seed, int count)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
