using ManifestLinker.Linker.Iso;
using static ManifestLinker.Linker.Tests.Iso.HandmadeIso;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>Which structures are refused, one by one.</summary>
public class IsoRefusalTests
{
    public static TheoryData<string, string> Refusals => new()
    {
        { "no descriptor", "the image has no primary descriptor" },
        { "block size", "a block is said to have 4096 bytes" },
        { "top elsewhere", "the directory '' is said to lie in block 4000000000, behind the end of the image" },
        { "top is none", "the directory '' does not begin with itself in block 20" },
        { "record", "the directory '' has a broken record at byte 68" },
        { "record length", "the directory '' has a broken record at byte 68" },
        { "directory size", "the directory 'd' is said to have 4000000000 bytes from block 21 on, more than the image" },
        { "file outside", "'x' is said to have 5000 bytes from block 39 on, behind the end of the image" },
        { "loop", "'d' is another name of the directory in block 20" },
        { "twice", "'x' stands twice in its directory" },
        { "unfinished", "a file in '' does not end" },
        { "another goes on", "a file in '' goes on in a record of another name" },
        { "name dots", "a name in '' is empty, '.' or '..', or holds a NUL or a slash" },
        { "name slash", "a name in '' is empty, '.' or '..', or holds a NUL or a slash" },
        { "name long", "a file in '' has a name of more than 255 bytes" },
        { "entry", "a file in '' has a broken entry in its system use area" },
        { "areas loop", "a file in '' has a system use area in more than 32 pieces, or in a loop" },
        { "area outside", "the system use area of a file in '' is said to lie in block 39, behind the end of the image" },
        { "area long", "a file in '' has a system use area that goes on with 2049 bytes" },
        { "mode", "'x' has the mode 71a4, which has no type of file" },
        { "mode contradicts", "'x' is a directory by its mode and none by its record" },
        { "link component", "a file in '' is a symbolic link with a component of the unknown kind 32" },
        { "link length", "a file in '' is a symbolic link with a component that does not fit" },
        { "elsewhere", "the directory 'x' does not begin with itself in block 30" },
        { "control", "'a?b' stands twice in its directory" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void What_is_broken_is_said_in_one_line(string harm, string message)
    {
        var image = new HandmadeIso();
        byte[] file = Record("X;1", 30, 4);
        switch (harm)
        {
            case "no descriptor": image.Bytes[16 * Sector] = 2; break;
            case "block size": image.Put((16 * Sector) + 128, [0, 16]); break;
            case "top elsewhere": image.Put((16 * Sector) + 156 + 2, Both(4_000_000_000)); break;
            case "top is none": image.Put(Top * Sector, file); break;
            case "record": image.Directory(Top, [], [33, .. new byte[40]]); break;
            case "record length": image.Directory(Top, [], file); image.Bytes[(Top * Sector) + 68 + 32] = 200; break;
            case "directory size": image.Directory(Top, [], Record("D", 21, 4_000_000_000, directory: true)); break;
            case "file outside": image.Directory(Top, [], Record("X;1", 39, 5000)); break;
            case "loop": image.Directory(Top, [], Record("D", Top, Sector, directory: true)); break;
            case "twice": image.Directory(Top, [], file, file); break;
            case "unfinished": image.Directory(Top, [], Record("X;1", 30, 4, flags: 0x80)); break;
            case "another goes on": image.Directory(Top, [], Record("X;1", 30, 4, flags: 0x80), Record("Y;1", 30, 4)); break;
            case "name dots": image = Ridged(Name("..")); break;
            case "name slash": image = Ridged(Name("a/b")); break;
            case "name long": image = Ridged([.. Name(new string('a', 150), 1), .. Entry("CE", Both(35, 0, 200))]).Put(35 * Sector, Name(new string('b', 150))); break;
            case "entry": image = Ridged([(byte)'N', (byte)'M', 200, 1]); break;
            case "areas loop": image = Ridged(Entry("CE", Both(35, 0, 28))).Put(35 * Sector, Entry("CE", Both(35, 0, 28))); break;
            case "area outside": image = Ridged(Entry("CE", Both(39, 2000, 200))); break;
            case "area long": image = Ridged(Entry("CE", Both(35, 0, 2049))); break;
            case "mode": image = Ridged(Mode(0x71a4)); break;
            case "mode contradicts": image = Ridged(Mode(DirectoryMode)); break;
            case "link component": image = Ridged([.. Mode(LinkMode), .. Entry("SL", 0, 32, 0)]); break;
            case "link length": image = Ridged([.. Mode(LinkMode), .. Entry("SL", 0, 0, 9)]); break;
            case "elsewhere": image = Ridged(Entry("CL", Both(30))); break;
            case "control": image.Directory(Top, [], Record("A\nB;1", 30, 4), Record("A\nB;1", 30, 4)); break;
        }
        FluentActions.Invoking(() => Read(image)).Should().Throw<InvalidDataException>().WithMessage(message);
    }

    [Fact]
    public void Paths_end_at_the_limit()
    {
        var image = new HandmadeIso(sectors: 60);
        string name = new('d', 150);
        for (int sector = Top; sector < 40; sector++)
            image.Directory(sector, sector == Top ? InUse() : [], Record("D", (uint)sector + 1, Sector, directory: true, use: [.. Name(name), .. Mode(DirectoryMode)]));
        FluentActions.Invoking(() => Read(image)).Should().Throw<InvalidDataException>().WithMessage("the path 'ddd*...' has more than 1024 bytes");
    }
}
