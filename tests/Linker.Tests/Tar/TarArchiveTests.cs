using System.Formats.Tar;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tar;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Tar;

public class TarArchiveTests
{
    private static readonly TarOptions AsInTree = new();

    public static byte[] Write(FileTree tree, TarOptions? options = null)
    {
        using var output = new MemoryStream();
        TarArchive.Write(tree, output, options ?? AsInTree, CancellationToken.None);
        return output.ToArray();
    }

    [Fact]
    public void Any_tree_comes_back() => SmallTree.Any().Sample(
        tree => SmallTree.Describe(Read(Write(tree))).Should().Equal(SmallTree.Describe(tree)), iter: 300);

    [Fact]
    public void The_same_tree_gives_the_same_bytes_whatever_the_order_of_its_making()
    {
        TreeEntry[] entries = [SmallTree.Directory("a"), SmallTree.File("a/b", "content"), SmallTree.File("a-b"), SmallTree.Link("l", "a/b")];
        byte[] archive = Write(SmallTree.Of(entries));
        Write(SmallTree.Of([.. entries.Reverse()])).Should().Equal(archive);
        (archive.Length % 10240).Should().Be(0);
        archive[^1024..].Should().OnlyContain(b => b == 0);
    }

    [FactNeeding("tar")]
    public void Tar_lists_the_platform_directory_as_it_is()
    {
        Inode shared = SmallTree.File("x", "twice").Inode;
        FileTree tree = SmallTree.Of(
            SmallTree.Directory("etc", 0x1ed, 0, 3),
            SmallTree.File("etc/file", "12345", 0x924, uid: 1, gid: 4),
            SmallTree.Link("link", "../etc//file"),
            new TreeEntry(ImagePath.Parse("one"), shared),
            new TreeEntry(ImagePath.Parse("two"), shared),
            SmallTree.Device("tty", FileKind.CharacterDevice, 9, 300));
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.tar", Write(tree, new TarOptions { Prefix = ImagePath.Parse("platform-1"), Modified = 1_700_000_000 }));
        (int status, string said) = ForeignTool.Run("tar", "--numeric-owner", "--full-time", "-tvf", file);
        status.Should().Be(0, said);
        said.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().Equal(
            "drwxr-xr-x 0/0 0 2023-11-14 22:13:20 platform-1/",
            "drwxr-xr-x 0/3 0 2023-11-14 22:13:20 platform-1/etc/",
            "-r-Sr--r-- 1/4 5 2023-11-14 22:13:20 platform-1/etc/file",
            "lrwxrwxrwx 0/0 0 2023-11-14 22:13:20 platform-1/link -> ../etc//file",
            "-rw-r--r-- 0/0 5 2023-11-14 22:13:20 platform-1/one",
            "crw-rw-rw- 0/3 9,300 2023-11-14 22:13:20 platform-1/tty",
            "hrw-r--r-- 0/0 0 2023-11-14 22:13:20 platform-1/two link to platform-1/one",
            "");
    }

    [Fact]
    public void Everything_can_belong_to_root()
    {
        FileTree tree = SmallTree.Of(SmallTree.File("f", uid: 7, gid: 8));
        Inode read = Read(Write(tree, new TarOptions { OwnedByRoot = true })).Find(ImagePath.Parse("f"))!;
        (read.Uid, read.Gid).Should().Be((0u, 0u));
        using var reader = new System.Formats.Tar.TarReader(new MemoryStream(Write(tree, new TarOptions { OwnedByRoot = true })));
        var entry = (PosixTarEntry)reader.GetNextEntry()!;
        (entry.UserName, entry.GroupName).Should().Be(("root", "root"));
    }

    public static IEnumerable<string> LongNames()
    {
        foreach (int length in new[] { 99, 100, 101, 154, 155, 156, 254, 255, 256, 257, 400, 900 })
        {
            yield return new string('x', length);
            yield return new string('d', length / 2) + "/" + new string('x', length - (length / 2) - 1);
            yield return "d/" + new string('x', length - 2);
            yield return new string('d', length - 2) + "/x";
        }
    }

    [FactNeeding("tar", "bsdtar", "python3")]
    public void Names_of_every_length_are_read_by_others()
    {
        string[] names = [.. LongNames().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        IEnumerable<TreeEntry> directories = names.Where(name => name.Contains('/')).Select(name => name.Split('/')[0]).Distinct(StringComparer.Ordinal).Select(name => SmallTree.Directory(name));
        FileTree tree = SmallTree.Of([.. directories, .. names.Select(name => SmallTree.File(name, name)), SmallTree.Link("zl", new string('t', 300))]);
        byte[] archive = Write(tree);
        SmallTree.Describe(Read(archive)).Should().Equal(SmallTree.Describe(tree));
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.tar", archive);
        string[] expected = [.. tree.Entries.Skip(1).Select(entry => entry.Path.Text + (entry.Inode.Kind == FileKind.Directory ? "/" : ""))];
        foreach (string program in new[] { "tar", "bsdtar" })
        {
            (int status, string said) = ForeignTool.Run(program, "-tf", file);
            status.Should().Be(0, said);
            said.TrimEnd('\n').Split('\n').Should().Equal(expected, program);
        }
        ForeignTool.Run("python3", "-c", "import tarfile,sys;[print(m.name) for m in tarfile.open(sys.argv[1])]", file)
            .Said.TrimEnd('\n').Split('\n').Should().Equal(expected.Select(name => name.TrimEnd('/')));
    }

    [Fact]
    public void System_Formats_Tar_reads_it()
    {
        FileTree tree = SmallTree.Of([SmallTree.Directory("d"), .. LongNames().Where(name => !name.Contains('/')).Select(name => SmallTree.File("d/" + name, name))]);
        using var reader = new System.Formats.Tar.TarReader(new MemoryStream(Write(tree)));
        var seen = new List<string>();
        for (System.Formats.Tar.TarEntry? entry; (entry = reader.GetNextEntry()) is not null;)
        {
            seen.Add(entry.Name.TrimEnd('/'));
            if (entry.DataStream is not { } data) continue;
            using var content = new MemoryStream();
            data.CopyTo(content);
            ("d/" + System.Text.Encoding.ASCII.GetString(content.ToArray())).Should().Be(entry.Name);
        }
        seen.Should().Equal(tree.Entries.Skip(1).Select(entry => entry.Path.Text));
    }

    [FactNeeding("tar", "bsdtar")]
    public void What_tar_unpacks_is_the_tree()
    {
        byte[] big = new byte[300_000];
        new Random(1).NextBytes(big);
        Inode shared = new() { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 77, Content = new MemoryBytes(big) };
        FileTree tree = SmallTree.Of(
            SmallTree.Directory("d", 0x1c0),
            new TreeEntry(ImagePath.Parse("d/big"), shared),
            new TreeEntry(ImagePath.Parse("again"), shared),
            SmallTree.File("d/b\\ack \"quoted\" é", "x", time: 1_600_000_000),
            SmallTree.Link("s", "d/big"));
        foreach (string program in new[] { "tar", "bsdtar" })
        {
            using var folder = new TemporaryFolder();
            string file = folder.Write("a.tar", Write(tree));
            ForeignTool.Run(program, "-C", folder.Path, "-xpf", file).Status.Should().Be(0);
            File.ReadAllBytes(folder.At("d/big")).Should().Equal(big);
            File.ReadAllBytes(folder.At("again")).Should().Equal(big);
            File.ReadAllText(folder.At("d/b\\ack \"quoted\" é")).Should().Be("x");
            File.GetLastWriteTimeUtc(folder.At("d/b\\ack \"quoted\" é")).Should().Be(DateTime.UnixEpoch.AddSeconds(1_600_000_000));
            new FileInfo(folder.At("s")).LinkTarget.Should().Be("d/big");
            ForeignTool.Run("stat", "-c", "%a", folder.At("d")).Said.Should().Be("700\n");
        }
    }

    [FactNeeding("tar", "bsdtar")]
    public void Large_numbers_are_read_by_others()
    {
        FileTree tree = SmallTree.Of(SmallTree.File("f", "x", uid: uint.MaxValue - 1, gid: 2_097_152, time: 1L << 34));
        byte[] archive = Write(tree);
        SmallTree.Describe(Read(archive)).Should().Equal(SmallTree.Describe(tree));
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.tar", archive);
        ForeignTool.Run("tar", "--numeric-owner", "--full-time", "-tvf", file).Said.Should().Contain("4294967294/2097152").And.Contain("2514-05-30 01:53:04");
        ForeignTool.Run("bsdtar", "-n", "-tvf", file).Said.Should().Contain("4294967294").And.Contain("2097152");
    }

    [FactNeeding("tar", "bsdtar")]
    public void A_file_of_more_than_8_GiB_has_its_size()
    {
        const long Size = (8L << 30) + 5;
        var output = new HeadOf(4096);
        using var enough = new CancellationTokenSource();
        var content = new EndlessZeros(Size, enough);
        FileTree tree = SmallTree.Of(new TreeEntry(
            ImagePath.Parse("big"), new Inode { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 0, Content = content }));
        FluentActions.Invoking(() => TarArchive.Write(tree, output, AsInTree, enough.Token)).Should().Throw<OperationCanceledException>();
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.tar", output.Bytes);
        ForeignTool.Run("tar", "-tvf", file).Said.Should().Contain($" {Size} ");
        ForeignTool.Run("bsdtar", "-tvf", file).Said.Should().Contain($" {Size} ");
    }

    [Fact]
    public void A_socket_is_refused()
    {
        FileTree tree = SmallTree.Of(SmallTree.Device("s", FileKind.Socket, 0, 0));
        FluentActions.Invoking(() => Write(tree)).Should().Throw<ArgumentException>().WithMessage("'s' is a socket*");
    }

    public static FileTree Read(byte[] archive) => ManifestLinker.Linker.Tar.TarReader.Read(new MemoryBytes(archive));

    /// <summary>A source that stops the writer after its first piece.</summary>
    private sealed class EndlessZeros(long length, CancellationTokenSource enough) : ByteSource
    {
        public override long Length => length;

        public override void Read(long offset, Span<byte> destination)
        {
            destination.Clear();
            enough.Cancel();
        }
    }

    /// <summary>Keeps the first bytes written.</summary>
    private sealed class HeadOf(int count) : Stream
    {
        private readonly MemoryStream kept = new();

        public byte[] Bytes => kept.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => kept.Length;

        public override long Position { get => kept.Position; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int length) =>
            kept.Write(buffer, offset, Math.Min(length, count - (int)kept.Length));

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int length) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
