using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tar;
using ManifestLinker.Linker.Tests.Foreign;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Tar;

public class TarReaderTests
{
    private static readonly byte[] End = new byte[1024];

    [FactNeeding("tar")]
    public void Every_format_of_GNU_tar_gives_the_files()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("in/sub"));
        File.WriteAllText(folder.At("in/sub/file"), "content");
        File.WriteAllText(folder.At("in/empty"), "");
        File.CreateSymbolicLink(folder.At("in/link"), "sub/file");
        ForeignTool.Run("ln", folder.At("in/empty"), folder.At("in/sub/hard"));
        File.SetLastWriteTimeUtc(folder.At("in/sub/file"), DateTime.UnixEpoch.AddSeconds(1_600_000_000.25));
        foreach (string format in new[] { "v7", "oldgnu", "gnu", "ustar", "posix" })
        {
            ForeignTool.Run("tar", "--format=" + format, "--owner=9", "--group=8", "-C", folder.At("in"), "-cf", folder.At("a.tar"), ".").Status.Should().Be(0);
            FileTree tree = Read(File.ReadAllBytes(folder.At("a.tar")));
            tree.Entries.Select(entry => entry.Path.Text).Should().Equal(["", "empty", "link", "sub", "sub/file", "sub/hard"], format);
            Inode file = tree.Find(ImagePath.Parse("sub/file"))!;
            Encoding.ASCII.GetString(file.Content.ToArray()).Should().Be("content");
            (file.Uid, file.Gid, file.Modified).Should().Be((9u, 8u, 1_600_000_000L));
            tree.Find(ImagePath.Parse("link"))!.Target.Should().Be("sub/file");
            tree.Find(ImagePath.Parse("sub/hard")).Should().BeSameAs(tree.Find(ImagePath.Parse("empty")), format);
        }
    }

    [FactNeeding("tar", "bsdtar")]
    public void Long_and_strange_names_of_others_come_through()
    {
        using var folder = new TemporaryFolder();
        string deep = string.Join('/', Enumerable.Repeat("directory-of-some-length", 12));
        Directory.CreateDirectory(folder.At("in/" + deep));
        string[] names = [new string('n', 200), "blank and é", "line\nbreak", deep + "/" + new string('m', 180)];
        foreach (string name in names) File.WriteAllText(folder.At("in/" + name), name);
        File.CreateSymbolicLink(folder.At("in/link"), new string('t', 500));
        foreach (string[] command in new string[][] { ["tar", "--format=gnu"], ["tar", "--format=posix"], ["bsdtar", "--format=pax"], ["bsdtar", "--format=gnutar"] })
        {
            ForeignTool.Run(command[0], command[1], "-C", folder.At("in"), "-cf", folder.At("a.tar"), ".").Status.Should().Be(0);
            FileTree tree = Read(File.ReadAllBytes(folder.At("a.tar")));
            foreach (string name in names)
                Encoding.UTF8.GetString(tree.Find(ImagePath.Parse(name))!.Content.ToArray()).Should().Be(name, string.Join(' ', command));
            tree.Find(ImagePath.Parse("link"))!.Target.Should().HaveLength(500);
        }
    }

    [FactNeeding("tar", "truncate")]
    public void Sparse_files_of_GNU_tar_have_their_content()
    {
        using var folder = new TemporaryFolder();
        var content = new byte[3_000_000];
        var random = new Random(2);
        // More ranges than a header holds.
        for (int i = 0; i < 30; i++) random.NextBytes(content.AsSpan((i * 98_304) + 4096, 4096));
        using (FileStream file = File.Create(folder.At("holes")))
        {
            for (int at = 0; at < content.Length; at += 4096)
            {
                Span<byte> part = content.AsSpan(at, Math.Min(4096, content.Length - at));
                if (!part.ContainsAnyExcept((byte)0)) continue;
                file.Position = at;
                file.Write(part);
            }
            file.SetLength(content.Length);
        }
        foreach (string[] kind in new string[][] { ["--format=gnu"], ["--format=posix", "--sparse-version=0.0"], ["--format=posix", "--sparse-version=0.1"], ["--format=posix", "--sparse-version=1.0"] })
        {
            ForeignTool.Run("tar", ["-S", .. kind, "-C", folder.Path, "-cf", folder.At("a.tar"), "holes"]).Status.Should().Be(0);
            byte[] archive = File.ReadAllBytes(folder.At("a.tar"));
            archive.Length.Should().BeLessThan(content.Length / 2, "tar must have seen the holes");
            Inode inode = Read(archive).Find(ImagePath.Parse("holes"))!;
            inode.Content.ToArray().Should().Equal(content, string.Join(' ', kind));
            var middle = new byte[10_000];
            inode.Content.Read(100_000, middle);
            middle.Should().Equal(content[100_000..110_000]);
        }
    }

    [Fact]
    public void Parents_that_are_no_members_are_implied()
    {
        FileTree tree = Read([.. Member("./a/b/c", '0'), .. Member("a", '5', mode: "0000700"), .. End]);
        tree.Entries.Select(entry => entry.Path.Text).Should().Equal("", "a", "a/b", "a/b/c");
        tree.Find(ImagePath.Parse("a"))!.Permissions.Should().Be(0x1c0);
        tree.Find(ImagePath.Parse("a/b"))!.Permissions.Should().Be(0x1ed);
    }

    [Fact]
    public void The_last_of_two_members_counts_and_earlier_links_keep_the_first()
    {
        FileTree tree = Read([.. Member("a", '0', mode: "0000600"), .. Member("b", '1', link: "a"), .. Member("a", '0', mode: "0000644"), .. End]);
        tree.Find(ImagePath.Parse("a"))!.Permissions.Should().Be(0x1a4);
        tree.Find(ImagePath.Parse("b"))!.Permissions.Should().Be(0x180);
    }

    [Fact]
    public void An_absolute_name_stays_inside() =>
        Read([.. Member("/etc//passwd", '0'), .. End]).Find(ImagePath.Parse("etc/passwd")).Should().NotBeNull();

    [Theory]
    [InlineData("../x", '0', "", "*'..' component*")]
    [InlineData("a/../../x", '0', "", "*'..' component*")]
    [InlineData("x", '1', "../y", "*'..' component*")]
    [InlineData("x", '1', "x", "*no earlier member*")]
    [InlineData("x", '1', "later", "*no earlier member*")]
    [InlineData("x", '1', "dir", "*hard link to the directory*")]
    [InlineData("dir", '0', "", "*is a directory in one member*")]
    [InlineData("file", '5', "", "*is a directory in one member*")]
    [InlineData("file/x", '0', "", "*'file', which is no directory*")]
    [InlineData("link/x", '0', "", "*'link', which is no directory*")]
    [InlineData("link", '5', "", "*is a directory in one member*")]
    [InlineData(".", '0', "", "*is a directory in one member*")]
    [InlineData("x", 'Z', "", "*unknown type*")]
    [InlineData("x", 'M', "", "*unknown type*")]
    public void Hostile_members_are_refused(string name, char type, string link, string message)
    {
        byte[] archive =
            [.. Member("dir", '5'), .. Member("file", '0'), .. Member("link", '2', link: "/etc"), .. Member(name, type, link), .. Member("later", '0'), .. End];
        FluentActions.Invoking(() => Read(archive)).Should().Throw<InvalidDataException>().WithMessage(message);
    }

    [Fact]
    public void Broken_archives_are_refused()
    {
        byte[] good = [.. Member("x", '0', content: "12345"), .. End];
        Refusal([]).Should().Contain("without an end mark");
        Refusal(good[..1024]).Should().Contain("without an end mark");
        Refusal(good[..600]).Should().Contain("without an end mark");
        Refusal(good[..514]).Should().Contain("ends within the content");
        byte[] bad = (byte[])good.Clone();
        bad[0] = (byte)'y';
        Refusal(bad).Should().Contain("checksum");
        Refusal([.. Member("x", '0', mode: "abc"), .. End]).Should().Contain("the mode is no octal number");
        Refusal([.. Member("x", 'x', content: "7 a=b\n"), .. End]).Should().Contain("wrong length");
        Refusal([.. Pax("path", "../y"), .. Member("x", '0'), .. End]).Should().Contain("'..'");
        Refusal([.. Pax("size", "-1"), .. Member("x", '0'), .. End]).Should().Contain("negative");
        Refusal([.. Pax("uid", "4294967296"), .. Member("x", '0'), .. End]).Should().Contain("32 bits");
        Refusal([.. Pax("path", new string('p', 2000)), .. Member("x", '0'), .. End]).Should().Contain("more than 1024 bytes");
        foreach (string map in new[] { "0,5,3,5", "0,5,7,5", "0,6,7,1", "9,-1", "3,1,0,1", "0,1,2", "0,x" })
            Refusal([.. Pax(("GNU.sparse.map", map), ("GNU.sparse.size", "9")), .. Member("x", '0', content: "12345"), .. End]).Should().StartWith("the member at 1024");
    }

    [Fact]
    public void Records_of_the_whole_archive_apply_until_taken_back()
    {
        FileTree tree = Read(
            [.. Pax("uid", "77", 'g'), .. Member("a", '0'), .. Pax("uid", "", 'x'), .. Member("b", '0'), .. Pax("mtime", "-1.5"), .. Member("c", '0'), .. End]);
        tree.Entries.Skip(1).Select(entry => entry.Inode.Uid).Should().Equal(77u, 0u, 77u);
        tree.Find(ImagePath.Parse("c"))!.Modified.Should().Be(-2);
    }

    [FactNeeding("tar")]
    public void Damaged_archives_are_read_or_refused_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("in/" + new string('d', 90)));
        File.WriteAllText(folder.At("in/" + new string('d', 90) + "/" + new string('f', 90)), new string('x', 3000));
        File.CreateSymbolicLink(folder.At("in/l"), new string('t', 150));
        foreach (string format in new[] { "gnu", "posix" })
        {
            ForeignTool.Run("tar", "-S", "--format=" + format, "-C", folder.At("in"), "-cf", folder.At("a.tar"), ".");
            byte[] good = File.ReadAllBytes(folder.At("a.tar"));
            int refused = Fuzz.Variants(good, 2000, seed: 6).Count(bad => !Fuzz.Succeeds(() => ReadAll(WithChecksums(bad))));
            refused.Should().BeInRange(200, 1999, format);
        }
    }

    private static FileTree Read(byte[] archive) => TarReader.Read(new MemoryBytes(archive));

    private static void ReadAll(byte[] archive)
    {
        foreach (TreeEntry entry in Read(archive).Entries)
            entry.Inode.Content.Slice(0, Math.Min(entry.Inode.Content.Length, 1 << 16)).ToArray();
    }

    private static string Refusal(byte[] archive) =>
        FluentActions.Invoking(() => Read(archive)).Should().Throw<InvalidDataException>().Which.Message;

    private static byte[] Pax(string key, string value, char type = 'x') => Member("PaxHeader", type, content: Record(key, value));

    private static byte[] Pax(params (string Key, string Value)[] records) =>
        Member("PaxHeader", 'x', content: string.Concat(records.Select(record => Record(record.Key, record.Value))));

    private static string Record(string key, string value)
    {
        int rest = key.Length + value.Length + 3;
        int length = rest + 1;
        while (length != rest + length.ToString().Length) length = rest + length.ToString().Length;
        return $"{length} {key}={value}\n";
    }

    /// <summary>A member as a hostile or sloppy writer may make it.</summary>
    private static byte[] Member(string name, char type, string link = "", string mode = "0000644", string content = "")
    {
        var blocks = new byte[512 + ((content.Length + 511) / 512 * 512)];
        Encoding.ASCII.GetBytes(name).CopyTo(blocks, 0);
        Encoding.ASCII.GetBytes(mode).CopyTo(blocks, 100);
        Encoding.ASCII.GetBytes(Convert.ToString(content.Length, 8).PadLeft(11, '0')).CopyTo(blocks, 124);
        blocks[156] = (byte)type;
        Encoding.ASCII.GetBytes(link).CopyTo(blocks, 157);
        "ustar\00000"u8.CopyTo(blocks.AsSpan(257));
        Encoding.ASCII.GetBytes(content).CopyTo(blocks, 512);
        SetChecksum(blocks.AsSpan(0, 512));
        return blocks;
    }

    /// <summary>Corrects the checksums of all blocks that look like headers, so that damage gets past the first check.</summary>
    private static byte[] WithChecksums(byte[] archive)
    {
        for (int at = 0; at + 512 <= archive.Length; at += 512)
        {
            if (archive.AsSpan(at + 257, 5).SequenceEqual("ustar"u8)) SetChecksum(archive.AsSpan(at, 512));
        }
        return archive;
    }

    private static void SetChecksum(Span<byte> header)
    {
        header[148..156].Fill((byte)' ');
        int sum = 0;
        foreach (byte part in header) sum += part;
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0')).CopyTo(header[148..]);
        header[154] = 0;
    }
}
