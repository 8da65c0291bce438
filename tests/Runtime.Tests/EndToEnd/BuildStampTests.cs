using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>Where the name and the time of a platform come from: the first of five places that has one.</summary>
public class BuildStampTests
{
    private const string Option = "20200101T000000Z", Variable = "20190101T000000Z", Proto = "20180101T000000Z";

    [Theory]
    [InlineData(Option, true, true, true)]
    [InlineData(Variable, false, true, true)]
    [InlineData(SmallPlatform.Stamp, false, false, true)]
    [InlineData(Proto, false, false, false)]
    public void The_first_that_is_given_wins(string expected, bool option, bool variable, bool workspace)
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, workspace: workspace ? null : SmallPlatform.Workspace.Replace($"buildstamp = \"{SmallPlatform.Stamp}\"", "", StringComparison.Ordinal));
        here.Write("proto/buildstamp", Proto + "\n");

        Outcome outcome = Mlc.In(here.Path, SmallPlatform.Link("out", ["--dry-run", .. option ? new[] { "--buildstamp", Option } : []]))
            .With("BUILDSTAMP", variable ? Variable : null).Run().Exits(0);

        outcome.Output.Should().Contain($"platform-{expected} ");
    }

    [Fact]
    public void Without_any_it_is_now_in_UTC()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here, workspace: SmallPlatform.Workspace.Replace($"buildstamp = \"{SmallPlatform.Stamp}\"", "", StringComparison.Ordinal));

        DateTime before = DateTime.UtcNow;
        string output = Mlc.In(here.Path, SmallPlatform.Link("out", "--dry-run")).With("TZ", "Pacific/Kiritimati").Run().Exits(0).Output;
        DateTime after = DateTime.UtcNow;

        string stamp = System.Text.RegularExpressions.Regex.Match(output, "platform-([0-9]{8}T[0-9]{6}Z)").Groups[1].Value;
        stamp.CompareTo($"{before:yyyyMMdd'T'HHmmss'Z'}").Should().BeGreaterThanOrEqualTo(0);
        stamp.CompareTo($"{after:yyyyMMdd'T'HHmmss'Z'}").Should().BeLessThanOrEqualTo(0);
    }

    [Fact]
    public void SOURCE_DATE_EPOCH_is_the_time_but_not_the_name()
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);
        Mlc.In(here.Path, SmallPlatform.Link()).With("SOURCE_DATE_EPOCH", "86400").Run().Exits(0);

        File.GetLastWriteTimeUtc(here.At($"out/{SmallPlatform.Name}.tgz")).Should().Be(DateTime.UnixEpoch.AddDays(1));
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "usr/bin/su").Output.Should().Contain(" 1970-01-02T00:00:00Z ");
        File.ReadAllText(here.At("out/buildstamp")).Should().Be(SmallPlatform.Stamp + "\n");
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("20260231T000000Z")]
    [InlineData("20260102T030405")]
    [InlineData("../../20260102T030405Z")]
    public void What_is_no_stamp_is_refused(string stamp)
    {
        using TemporaryFolder here = new();
        SmallPlatform.Write(here);

        Mlc.Run(here.Path, SmallPlatform.Link("out", "--buildstamp", stamp)).Exits(2).Errors.Should().Contain($"'{stamp}' is no build stamp");
        Mlc.In(here.Path, SmallPlatform.Link()).With("BUILDSTAMP", stamp).Run().Exits(2).Errors.Should().Contain(stamp);
        Directory.Exists(here.At("out")).Should().BeFalse();
    }
}
