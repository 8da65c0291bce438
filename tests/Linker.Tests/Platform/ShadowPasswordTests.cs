using System.Text;
using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Platform.Transforms;
using ManifestLinker.Linker.Tests.Tar;

namespace ManifestLinker.Linker.Tests.Platform;

public class ShadowPasswordTests
{
    private static readonly ImagePath Shadow = ImagePath.Parse("etc/shadow");

    [Theory]
    [InlineData("root:NP:6445::::::\n", "root:HASH:6445::::::\n")]
    [InlineData("daemon:NP:1\nroot:$5$a$b:6445::::::\nadm:NP:2", "daemon:NP:1\nroot:HASH:6445::::::\nadm:NP:2")]
    [InlineData("root::\nroot:NP:1\n", "root:HASH:\nroot:HASH:1\n")]
    [InlineData("root:\n", "root:HASH\n")]
    [InlineData("root:NP", "root:HASH")]
    [InlineData("rooter:NP:1\nxroot:NP:1\n root:NP:1\nroot\n#root:NP\n", "rooter:NP:1\nxroot:NP:1\n root:NP:1\nroot\n#root:NP\n")]
    [InlineData("\n\nroot:a:b\n\n", "\n\nroot:HASH:b\n\n")]
    [InlineData("", "")]
    public void The_second_field_of_every_line_of_root_is_the_hash(string before, string after) =>
        Text(ShadowPassword.Replaced(Bytes(before), "HASH"u8)).Should().Be(after);

    [Fact]
    public void Nothing_else_changes() => Gen.Char["rot:\n$x\u00ff"].Array[0, 60].Select(characters => new string(characters)).Sample(
        before =>
        {
            string after = Text(ShadowPassword.Replaced(Bytes(before), "H"u8));

            string[] was = before.Split('\n'), now = after.Split('\n');
            now.Should().HaveSameCount(was);
            foreach ((string old, string changed) in was.Zip(now))
            {
                string[] fields = old.Split(':');
                if (fields.Length > 1 && fields[0] == "root") fields[1] = "H";
                changed.Should().Be(string.Join(':', fields));
            }
        },
        iter: 20_000);

    [Fact]
    public void Owner_mode_and_other_names_stay()
    {
        TreeEntry shadow = SmallTree.File("etc/shadow", "root:NP:1\n", permissions: 0x100, uid: 7, gid: 3, time: 1);
        FileTree tree = SmallTree.Of(SmallTree.Directory("etc"), shadow, new TreeEntry(ImagePath.Parse("etc/other"), shadow.Inode), SmallTree.File("etc/motd", "m"));

        (FileTree after, IReadOnlyList<AppliedTransform> applied) = AppliedTransform.All(tree, [ShadowPassword.Set(Shadow, "HASH", 99)]);

        after.Find(Shadow).Should().BeEquivalentTo(new { Permissions = 0x100, Uid = 7u, Gid = 3u, Modified = 99L, Kind = FileKind.Regular });
        Text(after.Find(Shadow)!.Content.ToArray()).Should().Be("root:HASH:1\n");
        after.Find(ImagePath.Parse("etc/other")).Should().BeSameAs(after.Find(Shadow));
        after.Find(ImagePath.Parse("etc/motd")).Should().BeSameAs(tree.Find(ImagePath.Parse("etc/motd")));
        AppliedTransform step = applied.Should().ContainSingle().Which;
        step.Name.Should().Be("set the root password");
        step.Touched.Should().Equal(ImagePath.Parse("etc/other"), Shadow);
    }

    public static TheoryData<string, string> Faults() => new()
    {
        { "nothing", "root cannot get a password: 'etc/shadow' is not delivered" },
        { "link", "root cannot get a password: 'etc/shadow' is a symbolic link, and no file" },
        { "directory", "root cannot get a password: 'etc/shadow' is a directory, and no file" },
        { "others", "root cannot get a password: 'etc/shadow' has no line for root" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_hold_a_password_is_told(string what, string message)
    {
        TreeEntry[] entries = what switch
        {
            "link" => [SmallTree.Link("etc/shadow", "x")],
            "directory" => [SmallTree.Directory("etc/shadow")],
            "others" => [SmallTree.File("etc/shadow", "adm:NP:1\nroot\n")],
            _ => [],
        };

        Finding fault = ShadowPassword.Fault(SmallTree.Of([SmallTree.Directory("etc"), .. entries]), Shadow)!;

        fault.Rule.Should().Be(RootPasswordNotSet.Rule);
        fault.Message.Should().Be(message);
        fault.Help.Should().Be("deliver 'etc/shadow' with a line 'root:NP:6445::::::', or set no password: --root-password none, or root = \"none\" under [password] in mlc.toml");
    }

    [Fact]
    public void A_line_of_root_is_enough() =>
        ShadowPassword.Fault(SmallTree.Of(SmallTree.Directory("etc"), SmallTree.File("etc/shadow", "adm:NP:1\nroot::")), Shadow).Should().BeNull();

    // One byte for each character, as in a table that is no UTF-8.
    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    private static string Text(byte[] bytes) => Encoding.Latin1.GetString(bytes);
}
