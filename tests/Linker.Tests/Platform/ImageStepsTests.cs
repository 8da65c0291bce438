using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Platform.Passwords;
using ManifestLinker.Linker.Platform.Transforms;
using ManifestLinker.Linker.Tests.Tar;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Platform;

/// <summary>What the link changes in an image before it is laid out.</summary>
public class ImageStepsTests
{
    private const string Status = "[\n    {\n        \"repo\": \"smartos-live\"\n    }\n]\n";

    private static readonly string[] Nothing = [];

    private static readonly LinkInput Input = new()
    {
        Entries = [],
        Profile = SmartOs.Profile,
        Stamp = Stamp("20260102T030405Z"),
        RootSize = new UfsSize.Fixed(350_000L * 1024, 12248),
        UsrSize = new UfsSize.Auto(),
        Manifests = [],
        SearchDirectories = [],
        GitStatus = Status,
        RootPassword = new RootPassword("secret", "HASH"),
    };

    [Fact]
    public void Come_in_the_order_of_build_live()
    {
        var own = new ImageTransform("import the services", image => image);
        FileTree delivered = SmallTree.Of([.. Manual("1"), SmallTree.Directory("etc"), SmallTree.Directory("etc/versions"), SmallTree.File("etc/versions/build"), SmallTree.File("etc/shadow", "root:NP:\n")]);

        ImageSteps steps = Run(delivered, input => input with { Steps = [own] });

        steps.Applied.Select(step => step.Name).Should().Equal(
            "order the sections of the manual", "import the services", "set the root password", "write the versions of the components",
            "write the release", "empty the logs", "settle the top directory");
        steps.Password.Should().Be(Input.RootPassword);
    }

    [Fact]
    public void What_no_manifest_delivers_is_made_only_where_build_live_makes_it()
    {
        ImageSteps steps = Run(SmallTree.Of(), input => input with { RootPassword = null });

        steps.Image.Entries.Select(entry => entry.Path.Text).Should().Equal("", "etc", "etc/release", "var", "var/adm", "var/adm/wtmpx", "var/log", "var/log/syslog");
        foreach (TreeEntry entry in steps.Image.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular))
            entry.Inode.Should().BeEquivalentTo(new { Permissions = 0x1a4, Uid = 0u, Gid = 0u, Modified = 1767323045L }, entry.Path.Text);
        steps.Password.Should().BeNull();
    }

    [Fact]
    public void The_release_names_stamp_year_and_components()
    {
        ImageSteps steps = Run(SmallTree.Of(), input => input with { RootPassword = null, Release = new("OurOS", "Ours & Sons"), Stamp = Input.Stamp.WithTime(0) });

        Text(steps.Image, "etc/release").Should().Be($"""
                                 OurOS 20260102T030405Z x86_64
                                Copyright 2026 Ours & Sons

              Built with the following components:

            {Status}
            """, "the year is the stamp's, whatever SOURCE_DATE_EPOCH says");
    }

    [Fact]
    public void The_release_of_SmartOS_is_that_of_build_live() =>
        ReleaseFile.Text(ReleaseNames.SmartOs, Input.Stamp, "[]\n").Should().Be(
            "                     SmartOS 20260102T030405Z x86_64\n                    Copyright 2026 Edgecast Cloud LLC.\n\n  Built with the following components:\n\n[]\n");

    [Fact]
    public void Owners_and_modes_are_those_of_the_manifests()
    {
        string[] paths = ["etc/release", "etc/versions/build", "usr/share/man/man.cf", "var/adm/wtmpx", "var/log/syslog"];
        FileTree delivered = SmallTree.Of(
        [
            .. new[] { "etc", "etc/versions", "usr", "usr/share", "usr/share/man", "var", "var/adm", "var/log" }.Select(path => SmallTree.Directory(path)),
            .. paths.Select((path, i) => SmallTree.File(path, "before", permissions: 0x180 + i, uid: 4, gid: 5)),
        ]);

        ImageSteps steps = Run(delivered, input => input with { RootPassword = null });

        foreach ((string path, int i) in paths.Select((path, i) => (path, i)))
            steps.Image.Find(ImagePath.Parse(path)).Should().BeEquivalentTo(new { Permissions = 0x180 + i, Uid = 4u, Gid = 5u }, path);
        Text(steps.Image, "etc/versions/build").Should().Be(Status);
        Text(steps.Image, "var/adm/wtmpx").Should().BeEmpty();
        Text(steps.Image, "var/log/syslog").Should().BeEmpty();
    }

    [Fact]
    public void What_is_as_it_should_be_is_not_touched()
    {
        FileTree delivered = SmallTree.Of(
            SmallTree.Directory("etc"), SmallTree.Directory("etc/versions"), SmallTree.File("etc/versions/build", Status), SmallTree.File("etc/release", ReleaseFile.Text(Input.Release, Input.Stamp, Status)),
            SmallTree.Directory("var"), SmallTree.Directory("var/adm"), SmallTree.Directory("var/log"), SmallTree.File("var/adm/wtmpx"), SmallTree.File("var/log/syslog"));

        ImageSteps steps = Run(delivered, input => input with { RootPassword = null });

        steps.Applied.SelectMany(step => step.Touched).Should().BeEmpty();
        steps.Image.Should().BeSameAs(delivered);
    }

    [Fact]
    public void The_top_directory_belongs_to_root_whatever_a_line_says()
    {
        FileTree odd = new([SmallTree.Directory("", permissions: 0x1c0, uid: 4, gid: 4)]);

        ImageSteps steps = Run(odd, input => input with { RootPassword = null });

        steps.Image.Find(ImagePath.Root).Should().BeEquivalentTo(new { Permissions = 0x1ed, Uid = 0u, Gid = 0u });
    }

    [Fact]
    public void The_manual_is_searched_in_the_order_of_its_sections()
    {
        ImageSteps steps = Run(SmallTree.Of([.. Manual("1", "1b", "2", "3c", "3lib", "8", "man"), SmallTree.File("usr/share/man/man9", "a file")]), input => input with { RootPassword = null });

        string text = Text(steps.Image, "usr/share/man/man.cf");
        text.Split('\n').Take(8).Should().OnlyContain(line => line.StartsWith('#'));
        text.Split('\n').Skip(8).Should().Equal("MANSECTS=1,8,1b,2,3c,3lib,man,", "");
    }

    public static TheoryData<string, string, string> Obstacles() => new()
    {
        { "l etc/release", "etc/release", "the link writes the file 'etc/release', and it is delivered as a symbolic link" },
        { "d var/adm/wtmpx", "var/adm/wtmpx", "the link writes the file 'var/adm/wtmpx', and it is delivered as a directory" },
        { "l var", "var/adm/wtmpx", "the link writes the file 'var/adm/wtmpx', and 'var' is delivered as a symbolic link" },
        { "f var/log", "var/log/syslog", "the link writes the file 'var/log/syslog', and 'var/log' is delivered as a regular file" },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public void What_stands_in_the_way_is_told_and_left(string obstacle, string path, string message)
    {
        string at = obstacle[2..];
        TreeEntry there = obstacle[0] switch { 'l' => SmallTree.Link(at, "x"), 'd' => SmallTree.Directory(at), _ => SmallTree.File(at, "x") };
        TreeEntry[] above = [.. Above(there.Path).Select(parent => SmallTree.Directory(parent.Text))];
        var findings = new List<Finding>();

        ImageSteps steps = ImageSteps.Run(Input with { RootPassword = null }, SmallTree.Of([.. above, there]), findings);

        findings.Should().Contain(finding => finding.Rule == BlockedPath.Rule && finding.DetailKey == path).Which.Message.Should().Be(message);
        steps.Image.Find(there.Path).Should().BeSameAs(there.Inode);
    }

    [Fact]
    public void Without_a_place_for_it_no_password_is_said_to_be_set()
    {
        var findings = new List<Finding>();

        ImageSteps steps = ImageSteps.Run(Input, SmallTree.Of(), findings);

        findings.Should().ContainSingle().Which.Rule.Should().Be(RootPasswordNotSet.Rule);
        steps.Password.Should().BeNull();
    }

    [Fact]
    public void What_a_step_of_the_workspace_brings_is_what_the_next_one_finds()
    {
        var table = new ImageTransform("bring the table", image => image.With(0, SmallTree.File("etc/shadow", "root:NP:1\n")));

        ImageSteps steps = Run(SmallTree.Of(), input => input with { Steps = [table] });

        Text(steps.Image, "etc/shadow").Should().Be("root:HASH:1\n");
        steps.Applied.Where(step => step.Touched.Contains(ImagePath.Parse("etc/shadow"))).Select(step => step.Name).Should().Equal("bring the table", "set the root password");
    }

    private static ImageSteps Run(FileTree delivered, Func<LinkInput, LinkInput> with)
    {
        var findings = new List<Finding>();
        ImageSteps steps = ImageSteps.Run(with(Input), delivered, findings);
        findings.Select(finding => finding.Message).Should().Equal(Nothing);
        return steps;
    }

    private static IEnumerable<TreeEntry> Manual(params string[] sections) =>
        new[] { "usr", "usr/share", "usr/share/man" }.Concat(sections.Select(section => $"usr/share/man/man{section}"))
            .Select(path => SmallTree.Directory(path)).Append(SmallTree.File("usr/share/man/man.cf", "of the proto area"));

    private static IEnumerable<ImagePath> Above(ImagePath path)
    {
        for (ImagePath at = path.Parent; !at.IsRoot; at = at.Parent) yield return at;
    }

    private static string Text(FileTree image, string path) => Encoding.UTF8.GetString(image.Find(ImagePath.Parse(path))!.Content.ToArray());

    private static BuildStamp Stamp(string text)
    {
        BuildStamp.TryParse(text, out BuildStamp stamp).Should().BeTrue();
        return stamp;
    }
}
