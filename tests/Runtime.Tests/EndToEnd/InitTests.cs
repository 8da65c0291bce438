using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>The workspace file that is written for a checkout is one, and its phases run as they are.</summary>
public class InitTests
{
    [FactNeeding("python:tomllib")]
    public void What_is_written_is_TOML_whatever_the_names_are()
    {
        using TemporaryFolder here = new();
        string odd = "a\"b\\c'd\te\u00e9\u202e#";
        here.Write("projects/illumos/manifest", "");
        here.Write($"projects/local/{odd}/manifest", "");
        here.Write($"projects/local/{odd}/Makefile", "");
        here.Write("tools/build_illumos", "");
        Mlc.Run(here.Path, "init", "--from", ".").Exits(0);
        string script = here.Write("read.py", "import tomllib,sys\nd=tomllib.load(open(sys.argv[1],'rb'))\nprint(d['component'][0]['manifest'])\nprint(d['phase'][-1]['command'][2])\n");

        string read = Python.Run("tomllib", script, here.At("mlc.toml")).Output;

        read.Should().StartWith($"projects/local/{odd}/manifest\n").And.Contain($"-C 'projects/local/{odd.Replace("'", "'\\''", StringComparison.Ordinal)}' ");
    }

    [FactNeeding("gmake", "python:tomllib")]
    public void The_phases_of_a_checkout_in_small_run_as_they_are_and_the_rest_can_be_packed()
    {
        using TemporaryFolder here = new();
        ForeignTool.RunIn(Repository.Golden, "cp", "-R", "world/miniature/.", here.Path);
        File.SetUnixFileMode(here.At("tools/build_strap"), (UnixFileMode)0b111_101_101);
        Mlc.Run(here.Path, "init", "--from", ".").Exits(0);
        string script = here.Write("run.py", """
            import os, subprocess, sys, tomllib
            os.chdir(sys.argv[1])
            for phase in tomllib.load(open('mlc.toml', 'rb'))['phase']:
                subprocess.run(phase['command'], env=dict(os.environ, MAX_JOBS='2'), check=True, stdout=subprocess.DEVNULL)
                for output in phase['outputs']: assert os.path.isdir(output), output

            """);

        Python.Run("tomllib", script, here.Path);
        Mlc.In(here.Path, "boot", "--buildstamp", "20260102T030405Z").Run().Exits(0);

        File.ReadAllText(here.At("proto.local/kvm/usr/kernel/drv/amd64/kvm")).Should().StartWith("usr/kernel/drv/amd64/kvm of kvm\n");
        Mlc.Run(here.Path, "ls", "-R", "output/boot-20260102T030405Z.tgz").Exits(0).Output.Should().Contain("boot/loader64.efi").And.Contain("etc/version/boot");
    }

    [Theory]
    [InlineData("LC_ALL", "tr_TR.UTF-8")]
    [InlineData("USER", null)]
    [InlineData("PATH", "/nonexistent")]
    public void The_same_checkout_gives_the_same_text(string name, string? value)
    {
        string miniature = Path.Combine(Repository.Golden, "world/miniature");

        string before = Mlc.Run(miniature, "init", "--from", ".", "-o", "-").Exits(0).Output;
        string after = Mlc.In(miniature, "init", "--from", ".", "-o", "-").With(name, value).Run().Exits(0).Output;

        after.Should().Be(before).And.Contain("[[phase]]");
    }

    [Fact]
    public void A_password_is_never_taken_over_and_nothing_is_run()
    {
        using TemporaryFolder here = new();
        here.Write("projects/illumos/manifest", "");
        here.Write("build.env", "PLATFORM_PASSWORD=hush\nPRIMARY_COMPILER_VER=$(shell touch run)\n");
        here.Write("configure.x", "OVERLAYS=`touch run`\n");
        here.Write("overlay/o/manifest", "");

        Outcome outcome = Mlc.Run(here.Path, "init", "--from", ".").Exits(0);

        File.ReadAllText(here.At("mlc.toml")).Should().NotContain("hush").And.Contain("PLATFORM_PASSWORD is set by build.env at line 1");
        outcome.Errors.Should().Contain("PRIMARY_COMPILER_VER is set by build.env at line 2: not taken over").And.NotContain("hush");
        File.Exists(here.At("run")).Should().BeFalse();
    }
}
