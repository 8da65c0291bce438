using ManifestLinker.Runtime.Tests.EndToEnd.Platforms;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The call that build_live was, without a workspace: SmartOS's sizes, and its thirty-seven underfiles.</summary>
public class BuiltInProfileTests
{
    private static readonly string[] Libraries =
        ["ast", "cmd", "dll", "exacct", "fstyp", "idmap", "ipmi", "pkcs11", "pool", "project", "shell", "smbios", "sum"];

    private static readonly string[] Files =
        ["bin/cat", "bin/head", "bin/i86/ksh93", "bin/ls", "kernel/sched/amd64/FSS", "lib/fm/libtopo.so.1", "sbin/lofiadm", .. Libraries.Select(name => $"lib/lib{name}.so.1")];

    private static readonly string[] Links =
        ["lib/fm/libfmevent.so", "lib/fm/libfmevent.so.1", "lib/fm/libtopo.so", .. Libraries.Select(name => $"lib/lib{name}.so")];

    [Fact]
    public void Links_what_build_live_linked()
    {
        using TemporaryFolder here = new();
        Write(here);

        Mlc.Run(here.Path, "link", "-m", "manifest.gen", "-o", "out", "--root-password", "none", "--buildstamp", SmallPlatform.Stamp, "proto").Exits(0);

        new FileInfo(here.At($"out/{SmallPlatform.Name}/i86pc/amd64/boot_archive")).Length.Should().Be(350_000 * 1024);
        string[] raw = Mlc.Run(here.Path, "ls", "--raw", "-R", "out/platform-latest/i86pc/amd64/boot_archive", "usr").Lines;
        raw.Where(path => Files.Concat(Links).Append("bin/[").Contains(path.Replace("usr/", "", StringComparison.Ordinal), StringComparer.Ordinal)).Should().HaveCount(37);
        raw.Should().Contain("usr/bin/sh").And.NotContain("usr/bin/alias").And.NotContain("usr/share");
        string[] parents = [.. Mlc.Run(here.Path, "ls", "--raw", "-lR", "out/platform-latest/i86pc/amd64/boot_archive", "usr").Lines.Where(line => line[0] == 'd' && !line.EndsWith(" usr", StringComparison.Ordinal))];
        parents.Should().HaveCount(8).And.OnlyContain(line => line.StartsWith("drwxr-xr-x ", StringComparison.Ordinal) && line.Contains("     0     0 ", StringComparison.Ordinal));
        Mlc.Run(here.Path, "ls", "-l", "out/platform-latest", "usr/bin").Output.Should().MatchRegex(@" 2 .* \[\n").And.Contain(" sh -> ksh93\n", "in /usr it is another link");
        Mlc.Run(here.Path, "verify", "out/platform-latest", "--spec", $"out/{SmallPlatform.Name}.spec").Exits(0);
    }

    [Fact]
    public void A_missing_underfile_stops_it()
    {
        using TemporaryFolder here = new();
        Write(here);
        here.Write("manifest.gen", File.ReadAllText(here.At("manifest.gen")).Replace("f usr/sbin/lofiadm 0555 root bin\n", "", StringComparison.Ordinal));

        Outcome outcome = Mlc.Run(here.Path, "link", "-m", "manifest.gen", "-o", "out", "--root-password", "none", "--format", "concise", "proto").Exits(1);

        outcome.Lines.Should().ContainSingle(line => line.Contains(" error ", StringComparison.Ordinal)).Which.Should().Contain("error MLC4004").And.Contain("'usr/sbin/lofiadm'");
        Directory.Exists(here.At("out")).Should().BeFalse();
    }

    private static void Write(TemporaryFolder here)
    {
        string[] directories =
        [
            "lib", "lib/fm", "platform", "platform/i86pc", "platform/i86pc/kernel", "platform/i86pc/kernel/amd64", "usr", "usr/bin", "usr/bin/i86",
            "usr/kernel", "usr/kernel/sched", "usr/kernel/sched/amd64", "usr/lib", "usr/lib/fm", "usr/sbin",
        ];
        string[] files = ["lib/fm/libfmevent.so.1", "platform/i86pc/kernel/amd64/unix", "usr/bin/alias", .. Files.Select(file => "usr/" + file)];
        foreach (string file in files) here.Write("proto/" + file, $"this is {file}\n");
        here.Write("manifest.gen", string.Concat(
        [
            .. directories.Select(directory => $"d {directory} 0755 root sys\n"),
            .. files.Select(file => $"f {file} 0555 root bin\n"),
            "h usr/bin/[=usr/bin/alias\n", "s usr/bin/ksh93=i86/ksh93\n", "s usr/bin/sh=ksh93\n",
            .. Links.Select(link => $"s usr/{link}={Target(link)}\n"),
        ]));
    }

    private static string Target(string link) =>
        link.Contains("libfmevent", StringComparison.Ordinal) ? "../../../lib/fm/libfmevent.so.1" : Path.GetFileName(link) + ".1";
}
