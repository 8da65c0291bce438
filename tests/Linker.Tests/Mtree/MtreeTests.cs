using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Tests.Foreign;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tests.Mtree;

public class MtreeTests
{
    [Fact]
    public void A_tree_is_one_line_for_each_entry()
    {
        Inode shared = SmallTree.File("x", "twice").Inode;
        FileTree tree = SmallTree.Of(
            SmallTree.Directory("usr", 0x1ed, 0, 3, 1_700_000_000),
            SmallTree.File("usr/[ #=é", "12345", 0x96d, uid: 1, gid: 4),
            SmallTree.Link("link", "a b"),
            new TreeEntry(ImagePath.Parse("one"), shared),
            new TreeEntry(ImagePath.Parse("two"), shared),
            SmallTree.Device("tty", FileKind.CharacterDevice, 9, 300));
        Write(tree).Should().Be(
            """
            #mtree
            . type=dir mode=0755 uid=0 gid=0 time=0.0 nlink=3
            ./link type=link mode=0777 uid=0 gid=0 time=0.0 nlink=1 link=a\040b
            ./one type=file mode=0644 uid=0 gid=0 size=5 time=0.0 nlink=2 md5digest=acab8a08d87398bb78bcb3aa85d07336 sha256digest=dc8ffdbf2736dbdf39508017ac594e0d069f3eee9b0f29ece256aa7d831f9ef6
            ./tty type=char mode=0666 uid=0 gid=3 time=5.0 nlink=1 device=native,9,300
            ./two type=file mode=0644 uid=0 gid=0 size=5 time=0.0 nlink=2 md5digest=acab8a08d87398bb78bcb3aa85d07336 sha256digest=dc8ffdbf2736dbdf39508017ac594e0d069f3eee9b0f29ece256aa7d831f9ef6
            ./usr type=dir mode=0755 uid=0 gid=3 time=1700000000.0 nlink=2
            ./usr/\133\040\043\075\303\251 type=file mode=04555 uid=1 gid=4 size=5 time=0.0 nlink=1 md5digest=827ccb0eea8a706c4c34a16891f84e7b sha256digest=5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5

            """);
    }

    [Fact]
    public void Any_tree_comes_back() => SmallTree.Any().Sample(
        tree =>
        {
            IReadOnlyDictionary<Inode, FileDigests> digests = ContentDigests.Of(tree, 2, CancellationToken.None);
            (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(Write(tree));
            problems.Should().BeEmpty();
            entries.Select(Describe).Should().Equal(tree.Entries.Select(entry => Describe(tree, entry, digests)));
        },
        iter: 200);

    [FactNeeding("bsdtar")]
    public void Bsdtar_reads_it_as_the_tree()
    {
        FileTree tree = SmallTree.Of(
            SmallTree.Directory("d", 0x1ed, 0, 3, 1_700_000_000),
            SmallTree.File("d/[x] *?#=\\", "12345", 0x96d, uid: 1, gid: 4, time: 1_600_000_000),
            SmallTree.Link("d/link", "../a b"),
            SmallTree.Device("tty", FileKind.CharacterDevice, 9, 30));
        using var folder = new TemporaryFolder();
        (int status, string said) = ForeignTool.Run("bsdtar", "-n", "-tvf", folder.Write("spec.mtree", Encoding.ASCII.GetBytes(Write(tree))));
        status.Should().Be(0, said);
        said.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Should().Equal(
            "drwxr-xr-x 3 0 0 0 Jan 1 1970 .",
            "drwxr-xr-x 2 0 3 0 Nov 14 2023 ./d",
            "-r-sr-xr-x 1 1 4 5 Sep 13 2020 ./d/[x] *?#=\\\\",
            "lrwxrwxrwx 1 0 0 0 Jan 1 1970 ./d/link -> ../a b",
            "crw-rw-rw- 1 0 3 9,30 Jan 1 1970 ./tty",
            "");
    }

    [FactNeeding("bsdtar")]
    public void The_mtree_of_bsdtar_is_read()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("in/a b"));
        File.WriteAllText(folder.At("in/a b/file#1"), "12345");
        File.CreateSymbolicLink(folder.At("in/link"), "a b/file#1");
        File.SetLastWriteTimeUtc(folder.At("in/a b/file#1"), DateTime.UnixEpoch.AddSeconds(1_600_000_000.5));
        ForeignTool.Run("bsdtar", "--format=mtree", "--options=!all,use-set,type,mode,uid,gid,size,time,link,md5,sha256", "-C", folder.At("in"), "-cf", folder.At("m"), ".").Status.Should().Be(0);
        (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(File.ReadAllText(folder.At("m")));
        problems.Should().BeEmpty();
        entries.Select(entry => entry.Path.Text).Should().BeEquivalentTo("", "a b", "a b/file#1", "link");
        MtreeEntry file = entries.Single(entry => entry.Path.Name == "file#1");
        (file.Kind, file.Size, file.Modified, file.Md5.ToString()).Should().Be((FileKind.Regular, 5L, 1_600_000_000L, "827ccb0eea8a706c4c34a16891f84e7b"));
        entries.Single(entry => entry.Kind == FileKind.SymbolicLink).Target.Should().Be("a b/file#1");
    }

    [Fact]
    public void The_relative_form_with_set_and_continued_lines_is_read()
    {
        const string Text =
            """
            #mtree
            # a comment that goes on \
            /set type=file uid=5 mode=0644
            .               type=dir
                usr         type=dir mode=0755 \
                            gid=3
                    x       size=1 sha256=bad
                    y\040z  size=2 unknown=3 optional
                ..
                top         uid=6
            /unset uid
            ./usr/full      mode=0600
            """;
        (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(Text);
        entries.Select(entry => $"{entry.Line} {entry.Path} {entry.Kind} {entry.Permissions:x} {entry.Uid} {entry.Gid} {entry.Size}").Should().Equal(
            "4  Directory 1a4 5  ",
            "5 usr Directory 1ed 5 3 ",
            "7 usr/x Regular 1a4 5  1",
            "8 usr/y z Regular 1a4 5  2",
            "10 top Regular 1a4 6  ",
            "12 usr/full Regular 180   ");
        problems.Should().Equal(new ListingProblem(7, "'sha256=bad' makes no sense", 24));
    }

    [Theory]
    [InlineData("../x type=file", "no path")]
    [InlineData("./a\\q type=file", "no path")]
    [InlineData("./a/\\056\\056/b type=file", "no path")]
    [InlineData("..", "leaves the top directory")]
    [InlineData("./x type=door", "'type=door'")]
    [InlineData("./x mode=u+q", "'mode=u+q'")]
    [InlineData("./x mode=17777", "'mode=17777'")]
    [InlineData("./x uid=-1", "'uid=-1'")]
    [InlineData("./x size=99999999999999999999", "'size=")]
    [InlineData("./x time=now", "'time=now'")]
    [InlineData("./x device=0x801", "'device=0x801'")]
    [InlineData("./x md5=00", "'md5=00'")]
    [InlineData("./x link=a\\", "'link=a")]
    public void What_makes_no_sense_is_a_problem_of_its_line(string line, string message) =>
        MtreeReader.Read("#mtree\n" + line + " nlink=1\n").Problems.Should().ContainSingle()
            .Which.Should().Match<ListingProblem>(problem => problem.Line == 2 && problem.Message.Contains(message));

    [Fact]
    public void Directories_without_end_do_not_take_memory_without_end()
    {
        string text = string.Concat(Enumerable.Repeat("name type=dir\n", 20_000));
        (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(text);
        entries.Count.Should().BeLessThan(300);
        problems.Should().HaveCount(20_000 - entries.Count);
    }

    [Fact]
    public void Any_text_is_read()
    {
        string good = Write(SmallTree.Of(SmallTree.Directory("d"), SmallTree.File("d/f", "x"), SmallTree.Link("l", "\\")));
        foreach (byte[] bad in Fuzz.Variants(Encoding.ASCII.GetBytes(good), 2000, seed: 1)) MtreeReader.Read(Encoding.Latin1.GetString(bad));
        Gen.String.Sample(text => MtreeReader.Read(text), iter: 500);
    }

    private static string Write(FileTree tree)
    {
        using var text = new StringWriter();
        MtreeWriter.Write(tree, ContentDigests.Of(tree, 1, CancellationToken.None), text);
        return text.ToString();
    }

    private static string Describe(MtreeEntry entry) =>
        $"{entry.Path}|{entry.Kind}|{entry.Permissions}|{entry.Uid}|{entry.Gid}|{entry.Size}|{entry.Modified}|{entry.Links}|{entry.Target}"
        + $"|{entry.Device}|{entry.Md5}|{entry.Sha256}";

    private static string Describe(FileTree tree, TreeEntry entry, IReadOnlyDictionary<Inode, FileDigests> digests)
    {
        Inode inode = entry.Inode;
        bool isFile = inode.Kind == FileKind.Regular;
        bool isDevice = inode.Kind is FileKind.CharacterDevice or FileKind.BlockDevice;
        return $"{entry.Path}|{inode.Kind}|{inode.Permissions}|{inode.Uid}|{inode.Gid}|{(isFile ? inode.Size : null)}|{inode.Modified}|{tree.Links(entry)}|{inode.Target}"
            + $"|{(isDevice ? inode.Device : null)}|{(isFile ? digests[inode].Md5 : null)}|{(isFile ? digests[inode].Sha256 : null)}";
    }
}
