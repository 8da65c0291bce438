using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The same inputs and the same stamp give the same bytes, whoever links them, where and how.</summary>
public class RepeatedLinkTests(LinkedPlatform linked) : IClassFixture<LinkedPlatform>
{
    [Theory]
    [InlineData("TZ", "Pacific/Kiritimati")]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("LC_ALL", "POSIX")]
    [InlineData("HOME", null)]
    [InlineData("USER", null)]
    [InlineData("TMPDIR", "/nonexistent")]
    public void The_environment_does_not_matter(string name, string? value)
    {
        using TemporaryFolder here = new();
        Mlc.In(linked.Folder, SmallPlatform.Link(here.At("out"))).With(name, value).Run().Exits(0);

        OutputFingerprint.Of(here.At("out")).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out"));
    }

    [Theory]
    [InlineData("000")]
    [InlineData("077")]
    public void The_umask_does_not_matter(string umask)
    {
        using TemporaryFolder here = new();
        Mlc.In(linked.Folder, SmallPlatform.Link(here.At("out"))).WithUmask(umask).Run().Exits(0);

        OutputFingerprint.Of(here.At("out")).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public void The_number_of_threads_does_not_matter(string jobs)
    {
        using TemporaryFolder here = new();
        Mlc.Run(linked.Folder, SmallPlatform.Link(here.At("out"), "--jobs", jobs)).Exits(0);

        OutputFingerprint.Of(here.At("out")).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out"));
    }

    [Fact]
    public void The_place_and_the_order_of_directories_on_the_disc_do_not_matter()
    {
        using TemporaryFolder here = new();
        foreach (string line in SmallPlatform.Proto.Split('\n').Reverse()) ProtoTree.Build(here.At("proto"), line);
        SmallPlatform.Write(here);
        here.Write("elsewhere/x", "");

        Mlc.Run(here.At("elsewhere"), SmallPlatform.Link("../out")).Exits(0);

        OutputFingerprint.Of(here.At("out"), log: false).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out", log: false));
    }

    [FactNeeding("another user")]
    public void The_user_does_not_matter()
    {
        using TemporaryFolder here = new();
        File.SetUnixFileMode(here.Path, (UnixFileMode)0b1_111_111_111);
        SmallPlatform.Write(here);
        foreach (string readable in here.Listing("proto").Concat(here.Listing("overlay").Select(name => "../overlay/" + name)))
            File.SetUnixFileMode(here.At("proto/" + readable), (UnixFileMode)0b111_101_101);

        Mlc.In(here.Path, SmallPlatform.Link()).Unprivileged().Run().Exits(0);

        OutputFingerprint.Of(here.At("out")).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out"));
    }

    [Fact]
    public void Linking_again_into_the_same_place_changes_nothing()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);
        Mlc.Run(here.Path, SmallPlatform.Link()).Exits(0);

        OutputFingerprint.Of(here.At("out")).Should().BeEquivalentTo(OutputFingerprint.Of(linked.Folder + "/out"));
    }
}
