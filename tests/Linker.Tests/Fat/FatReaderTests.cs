using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

public class FatReaderTests
{
    [FactNeeding("mkfs.fat", "mcopy")]
    public void Images_of_others_are_read_whatever_their_kind()
    {
        using var folder = new TemporaryFolder();
        foreach (string[] options in ForeignFat.Kinds)
        {
            FileTree tree = FatReader.Read(ForeignFat.Make(folder, options));
            Dictionary<string, byte[]> found = FatImage.Files(tree).ToDictionary(file => file.Path, file => file.Content, StringComparer.Ordinal);
            foreach ((string name, byte[] content) in ForeignFat.Files().Where(file => file.Name is not ("many/file-3" or "many/file-7")).Append(("late", ForeignFat.Late)))
            {
                found.Should().ContainKey(name, string.Join(' ', options));
                found[name].AsSpan().SequenceEqual(content).Should().BeTrue($"{name} with {string.Join(' ', options)}");
            }
            found.Should().HaveCount(ForeignFat.Files().Count() - 1);
        }
    }

    [Fact]
    public void What_is_read_has_what_FAT_can_say()
    {
        Inode file = FatReader.Read(FatImage.Planned(FatImage.Tree).Image).Find(ImagePath.Parse("boot/loader"))!;
        (file.Permissions, file.Uid, file.Gid, file.Modified).Should().Be((0x1a4, 0u, 0u, FatImage.Time - 1));
    }

    [Theory]
    [InlineData("checksum", "NAMETO~1.TXT")]
    [InlineData("slash", "NAMETO~1.TXT")]
    [InlineData("piece missing", "NAMETO~1.TXT")]
    [InlineData("small letters", "nameto~1.TXT")]
    [InlineData("sound", "name too long.txt")]
    public void A_long_name_that_is_none_leaves_the_short_one(string harm, string name)
    {
        byte[] image = FatImage.Planned(SmallTree.Of(SmallTree.File("name too long.txt", "x"))).Image.ToArray();
        int at = image.AsSpan().IndexOf("NAMETO~1TXT"u8);
        switch (harm)
        {
            case "checksum": image[at - 32 + 13]++; break;
            case "slash": image[at - 32 + 1] = (byte)'/'; break;
            case "piece missing": image[at - 64] = 0xE5; break;
            case "small letters": image[at - 32] = 9; image[at + 12] = 8; break;
        }
        FatReader.Read(new MemoryBytes(image)).Entries.Select(entry => entry.Path.Text).Should().Equal("", name);
    }

    public static TheoryData<string, string> Broken() => new()
    {
        { "loop of a file", "'f' goes on in a loop" },
        { "end too soon", "'f' is said to have 1500 bytes, and its clusters end after 512" },
        { "outside", "'f' goes on in the cluster 88888888, which is none" },
        { "directory of itself", "'d/e' is another name of the directory in cluster 3" },
        { "directory of a directory", "the directory 'd' goes on in the cluster 4, which belongs to another directory" },
        { "slash", "a name in '' is empty, '.' or '..', or holds a NUL or a slash" },
        { "twice", "'F' stands twice in its directory" },
        { "no top", "the top directory is said to lie in the cluster 0, which is none" },
        { "no clusters", "the volume has no clusters" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_broken_is_said(string harm, string message)
    {
        // Clusters: top 2, d 3, d/e 4, f 5 to 7.
        byte[] image = FatImage.Planned(TreeListing.Parse("d d/e 0755 0 0\nf f 0644 0 0 size=1500\nf g 0644 0 0")).Image.ToArray();
        const int Table = 32 * 512;
        int f = image.AsSpan().IndexOf("F          "u8), g = image.AsSpan().IndexOf("G          "u8), e = image.AsSpan().IndexOf("E          "u8);
        switch (harm)
        {
            case "loop of a file": image[f + 31] = 0xff; Entry(7, 5); break;
            case "end too soon": Entry(5, 0x0FFFFFFF); break;
            case "outside": Entry(6, 88_888_888); break;
            case "directory of itself": image[e + 26] = 3; break;
            case "directory of a directory": Full(3); Entry(3, 4); break;
            case "slash": image[g - 32] = 0xE5; image[g] = (byte)'/'; break;
            case "twice": image[g] = (byte)'F'; image[g - 32] = 0xE5; image[f - 32] = 0xE5; break;
            case "no top": image[44] = 0; break;
            case "no clusters": image[34] = 0; image[33] = 4; image[32] = 40; break;
        }
        FluentActions.Invoking(() => FatFuzzTests.ReadAll(image)).Should().Throw<InvalidDataException>().WithMessage(message);

        void Entry(int cluster, uint value) => BitConverter.TryWriteBytes(image.AsSpan(Table + (cluster * 4)), value);

        // Entries that are free, and not behind the last one.
        void Full(int cluster)
        {
            int at = image.AsSpan().IndexOf("D          "u8) / 512 * 512 + ((cluster - 2) * 512);
            for (int i = 64; i < 512; i += 32)
            {
                if (image[at + i] == 0) image[at + i] = 0xE5;
            }
        }
    }

    [Fact]
    public void Other_bytes_are_not_taken_for_FAT()
    {
        FatReader.IsFat(new MemoryBytes(new byte[100])).Should().BeFalse();
        FatReader.IsFat(new MemoryBytes(new byte[1024])).Should().BeFalse();
        FatReader.IsFat(new MemoryBytes(Encoding.ASCII.GetBytes(new string('U', 1024)))).Should().BeFalse();
        FatReader.IsFat(FatImage.Planned(SmallTree.Of()).Image).Should().BeTrue();
    }
}
