using System.Text.Json;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The sample that is delivered with the sources does what its page says.</summary>
public class SamplePlatformTests
{
    private const string Name = "platform-20260101T000000Z";

    [Fact]
    public void Has_no_findings_but_the_one_it_excuses()
    {
        JsonElement found = JsonDocument.Parse(Mlc.Run("/", "-C", Checkout.At("manifests"), "check", "--fail-on", "info", "--format", "json").Exits(0).Bytes).RootElement;

        found.GetProperty("diagnostics").GetArrayLength().Should().Be(0);
        found.GetProperty("summary").GetProperty("suppressed").GetInt32().Should().Be(2, "the profile excuses etc/shadow, too");
    }

    [FactNeeding("md5sum", "sha1sum")]
    public void Links_to_a_platform_that_others_find_whole()
    {
        using TemporaryFolder here = new();

        Mlc.Run(here.Path, "-C", Checkout.At("manifests"), "link", "-o", here.At("out"), "--root-password", "none").Exits(0);

        string archive = here.At($"out/{Name}/i86pc/amd64/boot_archive");
        ForeignTool.RunIn("/", "sha1sum", archive).Output.Should().StartWith(File.ReadAllText(archive + ".hash").TrimEnd() + " ");
        Mlc.Run(here.Path, "verify", "out/platform-latest", "--spec", $"out/{Name}.spec").Exits(0);
        Mlc.Run(here.Path, "extract", "out/platform-latest", "-o", "image").Exits(0);
        ForeignTool.RunIn(here.At("image"), "md5sum", "--strict", "--quiet", "-c", archive + ".manifest").Output.Should().BeEmpty();
        File.ReadAllText(here.At("image/etc/motd")).Should().Be(File.ReadAllText(Path.Combine(Checkout.At("manifests"), "overlay/etc/motd")));
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "usr/bin").Output.Should().Contain("-r-sr-xr-x").And.MatchRegex(@"-r-xr-xr-x +4 .* cd\n");
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "var/db").Output.Should().MatchRegex("local-agent\n");
    }
}
