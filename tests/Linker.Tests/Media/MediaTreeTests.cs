using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Media;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Media;

public class MediaTreeTests
{
    private const long Time = 1_767_323_045;

    private static readonly FileTree Platform = SmallTree.Of(
        SmallTree.Directory("i86pc"), SmallTree.File("i86pc/unix", "the kernel"), SmallTree.File("root.password", "in plain text"),
        SmallTree.Directory("etc"), SmallTree.File("etc/root.password", "another"));

    private static readonly FileTree Boot = SmallTree.Of(
        SmallTree.Directory("boot"), SmallTree.File("boot/loader", "the loader"), SmallTree.File("boot/loader.conf", "of the boot area"),
        SmallTree.Directory("etc"), SmallTree.Directory("etc/version"), SmallTree.File("etc/version/boot", "20250101T000000Z\n"), SmallTree.File("elsewhere", "not for media"));

    private static FileTree Make(FileTree boot, bool withRootPassword = false)
    {
        BuildStamp.TryParse("20260102T030405Z", out BuildStamp stamp).Should().BeTrue();
        return MediaTree.Of(BootArea.Of("proto.boot", boot), new MediaPlatform("platform-20260102T030405Z", stamp, Platform), BootConsole.Find("ttyb")!, Time, withRootPassword);
    }

    private static string[] Names(FileTree tree) => [.. tree.Entries.Select(entry => entry.Path.Text)];

    private static string Text(FileTree tree, string path) => Encoding.ASCII.GetString(tree.Find(ImagePath.Parse(path))!.Content.ToArray());

    [Fact]
    public void It_has_the_boot_area_its_version_and_the_platform()
    {
        FileTree tree = Make(Boot);
        Names(tree).Should().Equal(
            "", "boot", "boot/loader", "boot/loader.conf", "etc", "etc/version", "etc/version/boot", "platform", "platform/etc", "platform/etc/root.password", "platform/i86pc", "platform/i86pc/unix");
        Text(tree, "boot/loader.conf").Should().StartWith("console=\"ttyb,");
        Text(tree, "etc/version/boot").Should().Be("20250101T000000Z\n");
        Inode conf = tree.Find(ImagePath.Parse("boot/loader.conf"))!;
        (conf.Permissions, conf.Uid, conf.Gid, conf.Modified).Should().Be((0x1a4, 0u, 0u, Time));
    }

    [Fact]
    public void The_password_of_root_comes_along_only_where_somebody_wants_it()
    {
        Names(Make(Boot)).Should().NotContain("platform/root.password");
        Text(Make(Boot, withRootPassword: true), "platform/root.password").Should().Be("in plain text");
    }

    [Fact]
    public void A_boot_area_that_does_not_say_its_version_has_that_of_the_platform() =>
        Text(Make(SmallTree.Of(SmallTree.Directory("boot"))), "etc/version/boot").Should().Be("20260102T030405Z\n");

    [Fact]
    public void What_has_no_directory_boot_is_no_boot_area()
    {
        Action inside = () => BootArea.Of("proto.boot/boot", SmallTree.Of(SmallTree.File("loader")));
        inside.Should().Throw<InvalidDataException>().WithMessage("proto.boot/boot has no directory boot; name the directory above it");
        Action elsewhere = () => BootArea.Of("x.tgz", SmallTree.Of(SmallTree.File("boot")));
        elsewhere.Should().Throw<InvalidDataException>().WithMessage("x.tgz has no directory boot; it must be a boot tarball, or a directory like proto.boot");
    }
}
