using System.Text;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>A tree with everything that lies at an edge of the format.</summary>
internal static class EdgeTree
{
    /// <summary>The listing; indirect boundaries are those of blocks of <paramref name="block"/> bytes.</summary>
    public static string Listing(int block = 4096)
    {
        var text = new StringBuilder();
        text.Append("d / 0755 0 0\nd lost+found 0700 0 0\n");
        foreach (int size in new[] { 0, 1, 511, 512, 513, 1023, 1024, 1025, 2048, 2049, 3072, 3073, 4095, 4096, 4097, 8191, 8192, 8193, 49151, 49152, 49153, 98303, 98304, 98305 })
            text.Append($"f size/{size} 0644 0 3 size={size}\n");
        long single = (12L + block / 4) * block;
        foreach (long size in new[] { single - 1, single, single + 1, single + block, single + (block / 4L * block), single + (block / 4L * block) + 1 })
            text.Append($"f indirect/{size} 0444 0 2 size={size}\n");

        foreach (int length in new[] { 1, 56, 59, 60, 61, 1023 }) text.Append($"s link/{length} -> {new string('t', length)}\n");
        text.Append("s link/dangling -> ../no/such/file\ns link/absolute -> /size/49153\ns link/relative -> ../size/1\n");
        text.Append("f hard/a 0644 0 0 size=5000\nh hard/b = hard/a\nh zz/c = hard/a\nh 0first = hard/a\ns hard/l -> x\nh hard/m = hard/l\n");
        text.Append("c hard/c 0666 0 3 13,2\nh hard/d = hard/c\n");
        foreach (string mode in new[] { "4755", "2755", "6555", "1777", "0000", "7777", "0400" }) text.Append($"f mode/{mode} {mode} 0 0 size=10\n");
        text.Append("d mode/sticky 1777 0 0\nd mode/setgid 2775 0 0\nd mode/none 0000 0 0\n");
        foreach (uint id in new uint[] { 0, 1, 65534, 65535, 65536, 100000, 4000000, 2147483647, 4294967294 })
            text.Append($"f id/{id} 0644 {id} {4294967294 - id} size=1\nd id/d{id} 0755 {id} {id}\n");
        text.Append("f id/65535both 0644 65535 65535 size=1\n");
        foreach ((uint major, uint minor) in new (uint, uint)[] { (0, 0), (13, 2), (127, 255), (128, 0), (127, 256), (200, 70000), (1, 262143), (16383, 100), (16382, 262143) })
            text.Append($"c dev/c{major}.{minor} 0600 0 3 {major},{minor}\nb dev/b{major}.{minor} 0600 0 3 {major},{minor}\n");
        text.Append("p dev/fifo 0600 0 0\nS dev/socket 0777 0 0\n");
        text.Append("f time/old 0644 0 0 size=1 mtime=-2147483648\nf time/new 0644 0 0 size=1 mtime=2147483647\nf time/zero 0644 0 0 size=1 mtime=0\nd time/d 0755 0 0 mtime=86400\n");

        for (int i = 0; i < 2000; i++) text.Append($"f many/file-{i:d4} 0644 0 0 size={i % 7 * 600}\n");
        for (int i = 0; i < 300; i++) text.Append($"d dirs/d{i} 0755 0 0\n");
        for (int i = 0; i < 20; i++) text.Append($"f names/{new string((char)('a' + i), 255)} 0644 0 0 size={i}\n");
        text.Append($"d names/{new string('D', 255)} 0755 0 0\nf names/{new string('D', 255)}/x 0644 0 0 size=1\n");
        for (int length = 1; length <= 12; length++) text.Append($"f names/{new string('n', length)} 0644 0 0 size={length}\n");
        text.Append("f names/gr\\303\\274\\303\\237e 0644 0 0 size=3\nf names/latin\\374 0644 0 0 size=3\nf names/\\360\\237\\230\\200 0644 0 0 size=1\n");
        text.Append("f names/sp\\040ace 0644 0 0 size=4\nf names/back\\134slash 0644 0 0 size=4\ns names/bytes -> \\374\\303\\274\n");
        text.Append("f ").AppendJoin('/', Enumerable.Range(0, 60).Select(i => $"deep{i}")).Append(" 0644 0 0 size=70000\n");
        text.Append("f lost+found/rescued 0600 0 0 size=77\n");
        return text.ToString();
    }
}
