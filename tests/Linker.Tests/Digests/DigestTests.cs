using System.Security.Cryptography;
using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Tests.Lofi;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Digests;

public class DigestTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Each_file_is_hashed_once_whatever_its_size_and_names(int jobs)
    {
        int reads = 0;
        Inode shared = File(new Counted(LofiFiles.Mixed(1000), () => Interlocked.Increment(ref reads)));
        TreeEntry[] entries =
        [
            SmallTree.Directory("d"), SmallTree.Link("l", "d"), SmallTree.File("empty"), new TreeEntry(ImagePath.Parse("a"), shared), new TreeEntry(ImagePath.Parse("d/a"), shared),
            .. new[] { 1, 262_143, 262_144, 262_145, 1_000_001 }.Select(size => new TreeEntry(ImagePath.Parse($"f{size}"), File(new MemoryBytes(LofiFiles.Mixed(size))))),
        ];
        FileTree tree = SmallTree.Of(entries);
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(tree, jobs, CancellationToken.None);
        reads.Should().Be(1);
        digests.Keys.Should().BeEquivalentTo(tree.Entries.Select(entry => entry.Inode).Where(inode => inode.Kind == FileKind.Regular).Distinct());
        foreach ((Inode inode, FileDigests found) in digests)
        {
            byte[] content = inode.Content.ToArray();
#pragma warning disable CA5351
            found.Md5.Bytes.ToArray().Should().Equal(MD5.HashData(content));
#pragma warning restore CA5351
            found.Sha256.Bytes.ToArray().Should().Equal(SHA256.HashData(content));
        }
    }

    [Fact]
    public void A_file_that_fails_to_read_surfaces()
    {
        FileTree tree = SmallTree.Of(new TreeEntry(ImagePath.Parse("f"), File(new Counted([1], () => throw new IOException("gone")))));
        FluentActions.Invoking(() => ContentDigests.Of(tree, 2, CancellationToken.None)).Should().Throw<IOException>().WithMessage("gone");
    }

    [Fact]
    public void The_length_of_a_list_is_known_before_its_hashes() => SmallTree.Any().Sample(
        tree =>
        {
            Md5Entry[] entries = [.. Entries(tree)];
            byte[] list = Write(entries);
            Md5List.LengthOf(entries.Select(entry => entry.Path)).Should().Be(list.Length);
            (IReadOnlyList<Md5Entry> read, IReadOnlyList<ListingProblem> problems) = Md5List.Parse(list);
            problems.Should().BeEmpty();
            read.Should().Equal(entries);
        },
        iter: 200);

    [FactNeeding("md5sum")]
    public void Md5sum_writes_and_checks_the_same_list()
    {
        using var folder = new TemporaryFolder();
        string[] names = ["a", "b c", "back\\slash", "cr\rlf\n.", "é", new string('n', 200)];
        foreach (string name in names) System.IO.File.WriteAllText(folder.At(name), name);
        FileTree tree = SmallTree.Of([.. names.Select(name => SmallTree.File(name, name))]);
        byte[] list = Write([.. Entries(tree)]);
        string[] sorted = [.. tree.Entries.Skip(1).Select(entry => "./" + entry.Path.Text)];
        ForeignTool.Run("env", ["-C", folder.Path, "md5sum", .. sorted]).Said.Should().Be(Encoding.UTF8.GetString(list));
        ForeignTool.Run("env", "-C", folder.Path, "md5sum", "--strict", "-c", folder.Write("list", list)).Status.Should().Be(0);
    }

    [Theory]
    [InlineData("short", "too short")]
    [InlineData("0123456789abcdef0123456789abcdeg  ./x", "32 hexadecimal digits")]
    [InlineData("0123456789abcdef0123456789abcdef  ./", "names no file")]
    [InlineData("0123456789abcdef0123456789abcdef x./x", "two blanks")]
    [InlineData("0123456789abcdef0123456789abcdef  ./../x", "'..'")]
    [InlineData("\\0123456789abcdef0123456789abcdef  ./a\\b", "escapes nothing")]
    [InlineData("\\0123456789abcdef0123456789abcdef  ./a\\", "escapes nothing")]
    public void A_line_that_is_none_is_a_problem_with_its_number(string line, string message)
    {
        (IReadOnlyList<Md5Entry> entries, IReadOnlyList<ListingProblem> problems) =
            Md5List.Parse(Encoding.UTF8.GetBytes($"0123456789abcdef0123456789ABCDEF *./good\n{line}\n\n"));
        entries.Should().ContainSingle().Which.Path.Text.Should().Be("good");
        problems.Should().ContainSingle().Which.Should().Match<ListingProblem>(problem => problem.Line == 2 && problem.Message.Contains(message));
    }

    [Fact]
    public void Any_bytes_are_read() => Gen.Byte.Array[0, 200].Sample(bytes => Md5List.Parse(bytes), iter: 2000);

    private static IEnumerable<Md5Entry> Entries(FileTree tree)
    {
        IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(tree, 2, CancellationToken.None);
        return tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular).Select(entry => new Md5Entry(entry.Path, digests[entry.Inode].Md5));
    }

    private static byte[] Write(Md5Entry[] entries)
    {
        using var output = new MemoryStream();
        Md5List.Write(entries, output);
        return output.ToArray();
    }

    private static Inode File(ByteSource content) =>
        new() { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 0, Content = content };

    private sealed class Counted(byte[] bytes, Action read) : ByteSource
    {
        public override long Length => bytes.Length;

        public override void Read(long offset, Span<byte> destination)
        {
            read();
            bytes.AsSpan((int)offset, destination.Length).CopyTo(destination);
        }
    }
}
