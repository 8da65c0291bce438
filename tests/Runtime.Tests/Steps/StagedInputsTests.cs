using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Runtime.Steps;

namespace ManifestLinker.Runtime.Tests.Steps;

/// <summary>A step sees what it declares, and no file of the machine by way of a link.</summary>
public class StagedInputsTests
{
    [Fact]
    public void What_is_not_declared_is_not_there()
    {
        FileTree image = Image(("etc/svc/a", null), ("etc/svc/deep/b", null), ("etc/passwd", null), ("usr/bin/ls", null));

        Paths(image, "etc/svc/**").Should().Equal("", "etc", "etc/svc", "etc/svc/a", "etc/svc/deep", "etc/svc/deep/b");
        Paths(image, "etc/*", "usr/bin/ls").Should().Equal("", "etc", "etc/passwd", "etc/svc", "usr", "usr/bin", "usr/bin/ls");
        Paths(image).Should().Equal("");
    }

    [Fact]
    public void A_directory_has_the_mode_of_the_image_only_where_it_is_declared()
    {
        FileTree image = Image(("etc/svc/a", null)).With(0, new TreeEntry(ImagePath.Parse("etc/svc"), NewInode.Directory(0x1c0, 0)));

        Staged(image, "etc/svc/a").Find(ImagePath.Parse("etc/svc"))!.Permissions.Should().Be(0x1ed);
        Staged(image, "etc/svc").Find(ImagePath.Parse("etc/svc"))!.Permissions.Should().Be(0x1c0);
    }

    [Theory]
    [InlineData("a/b/link", "c", "c")]
    [InlineData("a/b/link", "../../d", "../../d")]
    [InlineData("a/b/link", "/etc/passwd", "../../etc/passwd")]
    [InlineData("link", "/", ".")]
    [InlineData("a/b/link", "../../../etc/passwd", "../../etc/passwd")]
    [InlineData("a/b/link", "x/../../../../../etc/passwd", "../../etc/passwd")]
    [InlineData("link", "..", ".")]
    [InlineData("a/link", "//a/./c", "c")]
    public void A_link_leads_where_it_leads_on_the_platform(string path, string target, string staged)
    {
        Staged(Image((path, target)), "**").Find(ImagePath.Parse(path))!.Target.Should().Be(staged);
    }

    [Fact]
    public void Names_of_one_file_stay_names_of_one_file()
    {
        FileTree image = Image(("a/one", null));
        image = image.With(0, new TreeEntry(ImagePath.Parse("a/two"), image.Find(ImagePath.Parse("a/one"))!));

        FileTree staged = Staged(image, "a/*");

        staged.Find(ImagePath.Parse("a/two")).Should().BeSameAs(staged.Find(ImagePath.Parse("a/one")));
    }

    private static IEnumerable<string> Paths(FileTree image, params string[] patterns) => Staged(image, patterns).Entries.Select(entry => entry.Path.Text);

    private static FileTree Staged(FileTree image, params string[] patterns) => StagedInputs.Of(image, [.. patterns.Select(pattern => new PathGlob(pattern))], 0);

    private static FileTree Image(params (string Path, string? Target)[] objects) =>
        new FileTree([new(ImagePath.Root, NewInode.Directory(0x1ed, 0))]).With(0, objects.Select(pair => new TreeEntry(
            ImagePath.Parse(pair.Path), pair.Target is null ? NewInode.File(0x1a4, 0, new MemoryBytes("x"u8.ToArray())) : NewInode.Link(pair.Target, 0))));
}
