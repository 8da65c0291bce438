using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

public class PlannerTests
{
    private static readonly UfsSize.Fixed Small = new(3_000_000, 4096);

    public static TheoryData<int, int, int> SizesAndRests => new()
    {
        // Bytes of the file give a file system whose last block has 0 to 3 fragments.
        { 4096, 1024, 2_457_600 }, { 4096, 1024, 2_200_000 }, { 4096, 1024, 2_201_600 }, { 4096, 1024, 2161500 },
        { 4096, 512, 2_400_000 }, { 8192, 1024, 2_600_000 }, { 8192, 8192, 2_600_000 }, { 4096, 4096, 2_300_000 }, { 8192, 2048, 7_000_000 },
    };

    [Fact]
    public void Partial_last_blocks_of_every_length_are_tried() =>
        SizesAndRests.Select(row => (UfsGeometry)Planning.Plan(Planning.Empty, new UfsSize.Fixed((int)row[2], 8192), (int)row[0], (int)row[1]).Geometry)
            .Where(geometry => geometry.FragmentsPerBlock == 4)
            .Select(geometry => geometry.Fragments % 4)
            .Should().Contain([0, 1, 2, 3]);

    [Theory]
    [MemberData(nameof(SizesAndRests))]
    public void An_image_can_be_filled_to_the_last_fragment(int block, int fragment, int bytes)
    {
        var size = new UfsSize.Fixed(bytes, 2048);
        string listing = Planning.Empty + "\nf whole 0444 0 0 size=100000\nd t 0755 0 0\n";
        UfsPlan almost = Planning.Plan(listing, size, block, fragment);

        // The directory of the single fragments takes space itself: it has their names already, with nothing in them.
        int count = Math.Min(almost.Usage.InodesFree, 200);
        string names = string.Concat(Enumerable.Range(0, count).Select(i => $"f t/{i} 0444 0 0 size=0\n"));
        UfsPlan named = Planning.Plan(listing + names, size, block, fragment);
        int free = named.Usage.BlocksFree * (block / fragment) + named.Usage.FragmentsFree;
        int ones = Math.Min(free, count - 40);
        long blocks = (free - ones) / (block / fragment);
        int rest = (int)((free - ones) % (block / fragment));
        ones -= rest > 0 ? block / fragment - rest : 0;
        blocks += rest > 0 ? 1 : 0;
        long whole = (100000 + block - 1) / block * block;
        blocks = SpaceForData(whole / block, blocks, block / 4);
        string filled = names.Replace("size=0", "size=1", StringComparison.Ordinal);
        string Full(int more) =>
            listing.Replace("size=100000", $"size={whole + blocks * block}", StringComparison.Ordinal)
            + string.Concat(filled.Split('\n').Take(ones + more).Select(line => line + "\n"))
            + string.Concat(names.Split('\n').Skip(ones + more).Select(line => line + "\n"));

        int left = Left(Planning.Plan(Full(0), size, block, fragment));
        UfsPlan full = Planning.Plan(Full(left), size, block, fragment);
        Left(full).Should().Be(0);
        UfsChecker.Check(full.Image).Should().BeEmpty();
        TreeText.Of(UfsReader.Read(full.Image)).Should().Be(TreeText.Of(TreeListing.Parse(Full(left))));

        UfsShortage shortage = Result(Full(left + 1), size, block, fragment).Should().BeOfType<UfsShortage>().Subject;
        shortage.BlocksNeeded.Should().Be(shortage.BlocksAvailable + 1);
        shortage.InodesNeeded.Should().BeLessThanOrEqualTo(shortage.InodesAvailable);

        int Left(UfsPlan plan) => plan.Usage.BlocksFree * (block / fragment) + plan.Usage.FragmentsFree;
    }

    [Fact]
    public void What_does_not_fit_is_said_in_blocks_and_with_the_largest_directories()
    {
        UfsShortage shortage = Result(
            Planning.Empty + "\nf usr/lib/a 0444 0 0 size=2000000\nf usr/bin/b 0555 0 0 size=1500000\nh usr/bin/c = usr/lib/a\nf etc/d 0444 0 0 size=10\n",
            Small).Should().BeOfType<UfsShortage>().Subject;
        shortage.ToString().Should().Be("861 blocks of 4096 bytes are needed and 686 available");
        shortage.BytesNeeded.Should().Be(861 * 4096);
        shortage.LargestDirectories.Select(each => $"{each.Path} {each.Bytes}").Should().Equal(
            "usr 3500000", "usr/bin 3500000", "etc 10");
    }

    [Fact]
    public void Missing_inodes_are_said()
    {
        UfsShortage shortage = Result(string.Concat(Enumerable.Range(0, 3000).Select(i => $"p {i} 0644 0 0\n")), Small)
            .Should().BeOfType<UfsShortage>().Subject;
        shortage.InodesNeeded.Should().Be(3003);
        shortage.ToString().Should().Be($"3003 inodes are needed and {shortage.InodesAvailable} available");
    }

    [Fact]
    public void Contents_of_terabytes_are_a_shortage_and_take_no_memory()
    {
        UfsShortage shortage = Result(string.Concat(Enumerable.Range(0, 100).Select(i => $"f {i} 0644 0 0 size={(1L << 40) - 1}\n")), Small)
            .Should().BeOfType<UfsShortage>().Subject;
        shortage.BlocksNeeded.Should().BeGreaterThan(100L << 28);
        Result("f x 0644 0 0 size=1099511627775", new UfsSize.Auto()).Should().BeOfType<UfsUnrepresentable>()
            .Which.Objections.Should().ContainSingle().Which.Message.Should().Match("* bytes are too many: *");
    }

    [Fact]
    public void What_the_format_cannot_hold_is_named()
    {
        var listing = new StringBuilder();
        listing.Append($"f {new string('n', 256)} 0644 0 0 size=1\n");
        listing.Append($"s target -> {new string('t', 1024)}\n");
        listing.Append("c device 0600 0 0 0,256\nb major 0600 0 0 16384,0\nb minor 0600 0 0 1,262144\nc top 0600 0 0 16383,196608\n");
        listing.Append("f late 0644 0 0 size=1 mtime=2147483648\n");
        listing.Append($"f large 0644 0 0 size={1L << 40}\n");
        listing.Append("f nul\\000 0644 0 0 size=1\ns nultarget -> a\\000b\n");
        listing.Append("f mode 10644 0 0 size=1\n");
        listing.Append("f linked 0644 0 0 size=1\n").AppendJoin("", Enumerable.Range(0, 32767).Select(i => $"h links/{i} = linked\n"));
        Result(listing.ToString(), Small).Should().BeOfType<UfsUnrepresentable>().Which.Objections
            .Where(objection => objection.Path?.Depth == 1)
            .Select(objection => $"{objection.Path!.Value.Text[..Math.Min(10, objection.Path.Value.Text.Length)]}: {objection.Message}")
            .Should().Equal(
                "device: the device number 0,256 cannot be written so that it reads the same",
                "large: the file has 1099511627776 bytes, and 1099511627775 are the most",
                "late: the time 2147483648 does not fit 32 bits",
                "linked: it has 32768 links, and 32767 are the most",
                "major: the device number 16384,0 cannot be written so that it reads the same",
                "minor: the device number 1,262144 cannot be written so that it reads the same",
                "mode: the permissions 10644 have more than 12 bits",
                "nnnnnnnnnn: the name has 256 bytes, and 255 are the most",
                "nul\0: the name holds a NUL",
                "nultarget: the target holds a NUL",
                "target: the target has 1024 bytes, and 1023 are the most",
                "top: the device number 16383,196608 cannot be written so that it reads the same");
    }

    [Fact]
    public void A_size_that_holds_no_file_system_is_an_objection() =>
        Result(Planning.Empty, new UfsSize.Fixed(1000, 4096)).Should().BeOfType<UfsUnrepresentable>().Which.Objections
            .Should().Equal(new ImageObjection(null, "1000 bytes are too few for a file system: it takes at least 524288"));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(30_000_000, 0, 0)]
    [InlineData(30_000_000, 5000, 3000)]
    [InlineData(200_000_000, 1, 20000)]
    public void An_image_that_sizes_itself_has_the_room_asked_for_and_little_more(long bytes, int blocks, int inodes)
    {
        UfsPlan plan = Planning.Plan($"{Planning.Empty}\nf x 0644 0 0 size={bytes}\n", new UfsSize.Auto(blocks, inodes));
        plan.Usage.BlocksFree.Should().BeGreaterThanOrEqualTo(blocks);
        plan.Usage.InodesFree.Should().BeGreaterThanOrEqualTo(inodes);
        plan.Geometry.ImageBytes.Should().Be(plan.Image.Length);
        if (bytes > 0) plan.Usage.BlocksFree.Should().BeLessThan(blocks + 300);
        plan.Usage.InodesFree.Should().BeLessThan(inodes + 100 + plan.Geometry.Groups * 64 + inodes / 20);
        UfsChecker.Check(plan.Image).Should().BeEmpty();
    }

    [Fact]
    public void Many_empty_files_size_an_image_by_their_inodes()
    {
        UfsPlan plan = Planning.Plan(string.Concat(Enumerable.Range(0, 40000).Select(i => $"f d{i % 50}/{i} 0644 0 0 size=0\n")));
        plan.Usage.InodesFree.Should().BeLessThan(4000);
        UfsChecker.Check(plan.Image).Should().BeEmpty();
    }

    [Fact]
    public void The_same_tree_gives_the_same_bytes_from_any_thread_in_any_pieces()
    {
        string listing = EdgeTree.Listing();
        string shuffled = string.Join('\n', listing.Split('\n').OrderBy(line => line.StartsWith('h')).ThenBy(line => line.GetHashCode(StringComparison.Ordinal)));
        ByteSource image = Planning.Plan(listing).Image;
        byte[] whole = image.ToArray();
        byte[] other = Planning.Plan(shuffled).Image.ToArray();
        whole.AsSpan().SequenceEqual(other).Should().BeTrue();

        const int Segment = 128 * 1024;
        var parts = new byte[(whole.Length + Segment - 1) / Segment][];
        Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, part =>
        {
            parts[part] = new byte[Math.Min(Segment, whole.Length - part * Segment)];
            image.Read((long)part * Segment, parts[part]);
        });
        parts.SelectMany(part => part).ToArray().AsSpan().SequenceEqual(whole).Should().BeTrue();
    }

    [Fact]
    public void All_data_lies_in_the_data_runs()
    {
        UfsPlan plan = Planning.Plan(EdgeTree.Listing());
        var sparse = new byte[plan.Image.Length];
        foreach ((long offset, long length) in plan.DataRuns) plan.Image.Read(offset, sparse.AsSpan((int)offset, (int)length));
        sparse.AsSpan().SequenceEqual(plan.Image.ToArray()).Should().BeTrue();
        plan.DataRuns.Sum(run => run.Length).Should().BeLessThan(plan.Image.Length);
    }

    [Fact]
    public void A_file_that_grows_moves_the_files_of_few_other_directories()
    {
        string listing = Planning.Empty + "\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"f d{i % 100}/f{i} 0644 0 0 size={i * 7 % 30000}\n"));
        UfsPlan before = Planning.Plan(listing, new UfsSize.Fixed(100_000_000, 12248));
        UfsPlan after = Planning.Plan(listing.Replace("f d5/f5 0644 0 0 size=35\n", "f d5/f5 0644 0 0 size=60000\n", StringComparison.Ordinal), new UfsSize.Fixed(100_000_000, 12248));
        IEnumerable<ImagePath> moved = TreeListing.Parse(listing).Entries.Select(entry => entry.Path)
            .Where(path => !before.Runs(path).SequenceEqual(after.Runs(path)));
        moved.Should().Contain(ImagePath.Parse("d5/f5"));
        moved.Count().Should().BeLessThan(2000 / before.Geometry.Groups * 4);
    }

    [Fact]
    public void The_places_of_objects_hold_their_contents()
    {
        FileTree tree = TreeListing.Parse(EdgeTree.Listing());
        UfsPlan plan = Planning.Plan(tree, new UfsSize.Auto());
        foreach (TreeEntry entry in tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular))
        {
            long at = 0;
            foreach (UfsRun run in plan.Runs(entry.Path))
            {
                at.Should().Be(run.FileBlock * 4096);
                var part = new byte[Math.Min(run.Fragments * 1024L, entry.Inode.Size - at)];
                plan.Image.Read(run.Fragment * 1024L, part);
                part.AsSpan().SequenceEqual(entry.Inode.Content.Slice(at, part.Length).ToArray()).Should().BeTrue();
                at += part.Length;
            }
            at.Should().Be(entry.Inode.Size);
        }
    }

    [Fact]
    public void A_plan_as_text_has_a_line_for_all()
    {
        UfsPlan plan = Planning.Plan(
            """
            d lost+found 0700 0 0
            f bin/sh 0555 0 2 size=60000
            s sh -> bin/sh
            h etc/sh = bin/sh
            c dev/null 0666 0 3 13,2
            p dev/fifo 0600 0 0
            """,
            new UfsSize.Fixed(1_000_000, 8192));
        using var text = new StringWriter();
        plan.Describe(text);
        text.ToString().Should().Be(
            """
            image 1000000 bytes, block 4096, fragment 1024, time 1600000000
            geometry 976 fragments, 217 sectors a cylinder, 9 cylinders, 16 a group
            groups 1 of 1736 fragments and 224 inodes: backup at 16, descriptor at 24, inodes at 28, data at 56
            used 73 fragments, 11 inodes, 5 directories
            free 211 blocks, 2 fragments, 213 inodes
            group 0 directories 5 free 211 blocks 2 fragments 213 inodes
            inode 2 d 0755 0:0 links 6 size 512 / at 64+1
            inode 3 d 0700 0:0 links 2 size 4096 /lost+found at 60+4
            inode 4 d 0755 0:0 links 2 size 512 /bin at 57+1
            inode 5 f 0555 0:2 links 2 size 60000 /bin/sh at 68+48 120+12 indirect 116+4
            inode 6 d 0755 0:0 links 2 size 512 /dev at 58+1
            inode 7 p 0600 0:0 links 1 size 0 /dev/fifo
            inode 8 c 0666 0:3 links 1 device 13,2 /dev/null
            inode 9 d 0755 0:0 links 2 size 512 /etc at 59+1
            inode 10 l 0777 0:0 links 1 size 6 /sh -> bin/sh at 65+1

            """);
    }

    // The blocks that can hold data when that many more are there for it and for its indirect blocks.
    private static long SpaceForData(long has, long more, int pointers)
    {
        long data = more;
        while (data > 0 && data + Indirect(has + data) - Indirect(has) > more) data--;
        return data;

        long Indirect(long blocks) => blocks <= 12 ? 0 : blocks - 12 <= pointers ? 1 : 2 + (blocks - 12 - pointers + pointers - 1) / pointers;
    }

    private static UfsResult Result(string listing, UfsSize size, int block = 4096, int fragment = 1024) =>
        UfsPlanner.Plan(TreeListing.Parse(listing), new UfsOptions { Size = size, Time = TreeListing.DefaultTime, BlockSize = block, FragmentSize = fragment });
}
