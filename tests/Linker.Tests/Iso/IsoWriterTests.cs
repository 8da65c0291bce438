using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Iso;

public class IsoWriterTests
{
    private const long Time = 1_767_323_045;

    private static readonly IsoOptions Options = new() { Time = Time };

    [Fact]
    public void Any_tree_comes_back() => SmallTree.Any().Select(Bounded).Sample(
        tree => SmallTree.Describe(IsoReader.Read(Planned(tree).Image)).Should().Equal(SmallTree.Describe(tree)), iter: 300);

    [Fact]
    public void Many_names_in_one_directory_come_back()
    {
        string names = string.Join('\n', Enumerable.Range(0, 1500).Select(i => $"f many/file-number-{i}.text 0644 0 0 text={i}\nd many/dir-number-{i}"
            + $" 0755 0 0\nf UPPER/{new string('x', i % 250 + 1)}{i % 7} 0644 0 0 size={i % 5}").Distinct());
        FileTree tree = TreeListing.Parse(string.Join('\n', names.Split('\n').DistinctBy(line => line.Split(' ')[1])));
        ByteSource image = Planned(tree).Image;
        TreeText.Of(IsoReader.Read(image)).Should().Be(TreeText.Of(tree));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("//")]
    [InlineData("a//b/")]
    [InlineData("./.././x")]
    [InlineData("...")]
    public void Links_keep_their_text(string target) => LinkComesBack(target);

    [Fact]
    public void Long_links_keep_their_text()
    {
        foreach (int length in new[] { 200, 239, 240, 241, 250, 480, 481, 1000, 1023 })
        {
            LinkComesBack(new string('t', length));
            LinkComesBack(new string('/', length));
            LinkComesBack(string.Concat(Enumerable.Repeat("a/", length / 2)));
            LinkComesBack(string.Concat(Enumerable.Repeat("../", length / 3)));
        }
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes_whatever_the_order_of_its_making()
    {
        TreeEntry[] entries = [SmallTree.Directory("a"), SmallTree.File("a/b", "content"), SmallTree.File("a-b"), SmallTree.Link("l", "a/b")];
        byte[] image = Planned(SmallTree.Of(entries)).Image.ToArray();
        Planned(SmallTree.Of([.. entries.Reverse()])).Image.ToArray().Should().Equal(image);
        image[..(16 * 2048)].Should().OnlyContain(b => b == 0, "no partition table lies there");
    }

    [Fact]
    public void What_the_loader_reads_has_its_plain_name_in_capitals()
    {
        FileTree tree = TreeListing.Parse("""
            f boot/loader 0644 0 0 text=loader
            f boot/loader.conf 0644 0 0 text=conf
            f boot/Loader-too 0644 0 0 text=too
            f boot/loader.rc 0644 0 0 text=rc
            f boot/.hidden 0644 0 0 text=h
            d boot/loader.d 0755 0 0
            f platform/i86pc/amd64/boot_archive 0644 0 0 text=archive
            f platform/i86pc/amd64/boot_archive.hash 0644 0 0 text=hash
            f platform/i86pc/amd64/boot_archive.manifest 0644 0 0 text=manifest
            """);
        string all = Encoding.Latin1.GetString(Planned(tree).Image.Slice(0, 40 * 2048).ToArray());
        foreach (string name in new[]
        {
            "\x04BOOT", "\x09LOADER.;1", "\x0cLOADER.RC;1", "\x0dLOADER_T.;1", "\x0dLOADER.CON;1", "\x04_.HID;1", "\x08LOADER_D", "\x08PLATFORM", "\x05I86PC", "\x05AMD64",
            "\x0dBOOT_ARC.;1", "\x0eBOOT_ARC.HAS;1", "\x0eBOOT_ARC.MAN;1",
        })
        {
            all.Should().Contain(name[1..]);
        }
    }

    [Fact]
    public void Everything_can_belong_to_root_and_have_one_time()
    {
        FileTree tree = SmallTree.Of(SmallTree.File("f", "x", uid: 7, gid: 8, time: 5));
        Inode read = IsoReader.Read(Planned(tree, Options with { OwnedByRoot = true, Modified = Time }).Image).Find(ImagePath.Parse("f"))!;
        (read.Uid, read.Gid, read.Modified).Should().Be((0u, 0u, Time));
    }

    [Fact]
    public void A_file_of_more_than_4_GiB_is_stored_in_sections()
    {
        var content = new PatternBytes(3, (9L << 30) + 5);
        FileTree tree = SmallTree.Of(
            SmallTree.File("a", "first"),
            new TreeEntry(ImagePath.Parse("big"), new Inode { Kind = FileKind.Regular, Permissions = 0x1a4, Uid = 0, Gid = 0, Modified = 0, Content = content }),
            SmallTree.File("z", "last"));
        FileTree read = IsoReader.Read(Planned(tree).Image);
        read.Entries.Select(entry => entry.Path.Text).Should().Equal("", "a", "big", "z");
        ByteSource big = read.Find(ImagePath.Parse("big"))!.Content;
        big.Length.Should().Be(content.Length);
        byte[] expected = new byte[100], actual = new byte[100];
        foreach (long at in new[] { 0L, 0xfffff800L - 50, (2 * 0xfffff800L) - 50, content.Length - 100 })
        {
            content.Read(at, expected);
            big.Read(at, actual);
            actual.Should().Equal(expected);
        }
        Encoding.ASCII.GetString(read.Find(ImagePath.Parse("z"))!.Content.ToArray()).Should().Be("last");
    }

    public static IsoPlan Planned(FileTree tree, IsoOptions? options = null)
    {
        IsoResult result = IsoPlanner.Plan(tree, options ?? Options);
        return result is IsoUnrepresentable { Objections: var objections }
            ? throw new InvalidOperationException(string.Join(", ", objections))
            : (IsoPlan)result;
    }

    private static void LinkComesBack(string target) =>
        IsoReader.Read(Planned(SmallTree.Of(SmallTree.Link("l", target))).Image).Find(ImagePath.Parse("l"))!.Target.Should().Be(target);

    /// <summary>The same tree with what an ISO image can hold.</summary>
    private static FileTree Bounded(FileTree tree)
    {
        var made = new Dictionary<Inode, Inode>();
        foreach (Inode inode in tree.Entries.Select(entry => entry.Inode))
        {
            made.TryAdd(inode, new Inode
            {
                Kind = inode.Kind, Permissions = inode.Permissions, Uid = inode.Uid, Gid = inode.Gid, Modified = inode.Modified % 2_000_000_000,
                Content = inode.Content, Target = inode.Target.Replace('\0', '_'),
                Device = inode.Device with { Minor = inode.Device.Major == 0 ? inode.Device.Minor % 256 : inode.Device.Minor },
            });
        }
        return new FileTree(tree.Entries.Select(entry => entry with { Inode = made[entry.Inode] }));
    }
}
