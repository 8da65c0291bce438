using System.Text;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.Fixing;

/// <summary>What a fix and the formatter do to files, besides what they say.</summary>
public class RewritingTests
{
    private const string Bad = "d etc/ 0755 root sys\n";

    private const string Good = "d etc 0755 root sys\n";

    private const string Workspace = "[[component]]\nname = \"a\"\nmanifest = \"other\"\n";

    private static readonly string[][] Commands = [["check", "--fix"], ["fmt"]];

    [Fact]
    public void A_file_keeps_its_mode()
    {
        foreach (string[] command in Commands)
        {
            using TemporaryFolder here = new();
            File.SetUnixFileMode(here.Write("m", Bad), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead);
            Mlc.In(here.Path, [.. command, "m"]).WithUmask("077").Run().Exits(0);
            File.ReadAllText(here.At("m")).Should().Be(Good);
            Convert.ToString((int)File.GetUnixFileMode(here.At("m")), 8).Should().Be("704");
            here.Listing().Should().Equal("m");
        }
    }

    [FactNeeding("another user", "chown", "stat")]
    public void A_file_keeps_its_owner()
    {
        using TemporaryFolder here = new();
        here.Write("m", Bad);
        ForeignTool.RunIn(here.Path, "chown", "1234:2345", "m");
        Mlc.Run(here.Path, "check", "--fix", "m").Exits(0);
        File.ReadAllText(here.At("m")).Should().Be(Good);
        ForeignTool.RunIn(here.Path, "stat", "-c", "%u:%g", "m").Output.Should().Be("1234:2345\n");
    }

    [Fact]
    public void A_symbolic_link_stays_one_and_its_file_changes()
    {
        foreach (string[] command in Commands)
        {
            using TemporaryFolder here = new();
            here.Write("real/manifest", Bad);
            File.CreateSymbolicLink(here.At("between"), "real/manifest");
            File.CreateSymbolicLink(here.At("m"), "between");
            Mlc.Run(here.Path, [.. command, "m"]).Exits(0);
            new FileInfo(here.At("m")).LinkTarget.Should().Be("between");
            File.ReadAllText(here.At("real/manifest")).Should().Be(Good);
            here.Listing().Should().Equal("between", "m", "real", "real/manifest");
        }
    }

    [Fact]
    public void Where_one_file_cannot_be_written_none_is()
    {
        foreach (string[] command in Commands)
        {
            using TemporaryFolder here = new();
            here.Write("a", Bad);
            File.SetUnixFileMode(here.Write("b", Bad.Replace("etc", "lib", StringComparison.Ordinal)), UnixFileMode.UserRead);
            Mlc.Run(here.Path, [.. command, "a", "b"]).Exits(3).Errors.Should().Be("mlc: b is read-only; nothing was written\n");
            File.ReadAllText(here.At("a")).Should().Be(Bad);
        }
    }

    [FactNeeding("another user", "chown")]
    public void A_file_of_another_user_is_not_replaced()
    {
        using TemporaryFolder here = new();
        here.Write("m", Bad);
        File.SetUnixFileMode(here.Path, (UnixFileMode)0b111_111_111);
        Mlc.In(here.Path, "check", "--fix", "m").Unprivileged().Run().Exits(3).Errors.Should().Contain("m is read-only");
        File.ReadAllText(here.At("m")).Should().Be(Bad);
    }

    [Fact]
    public void A_file_with_nothing_to_mend_is_left_alone()
    {
        using TemporaryFolder here = new();
        File.SetUnixFileMode(here.Write("m", Good), UnixFileMode.UserRead);
        DateTime written = File.GetLastWriteTimeUtc(here.At("m"));
        foreach (string[] command in Commands) Mlc.Run(here.Path, [.. command, "m"]).Exits(0);
        File.GetLastWriteTimeUtc(here.At("m")).Should().Be(written);
    }

    [FactNeeding("bash")]
    public void A_pipe_can_be_shown_mended_but_not_written()
    {
        using TemporaryFolder here = new();
        Shell(here, "\"$0\" check --fix <(printf 'd etc/ 0755 root sys\\n')").Exits(3).Errors.Should().MatchRegex("^mlc: [^ ]+ is no regular file: what it says cannot be changed\n$");
        Shell(here, "\"$0\" check --diff <(printf 'd etc/ 0755 root sys\\n')").Exits(1).Output.Should().Contain("\n+d etc 0755 root sys\n");
    }

    [FactNeeding("bash")]
    public void Standard_input_is_formatted_to_standard_output()
    {
        using TemporaryFolder here = new();
        Shell(here, "printf 'd  etc/ 0755 root sys\\n# \\xff \\n' | \"$0\" fmt -").Exits(0).Bytes.Should().Equal([.. Encoding.ASCII.GetBytes(Good), .. "# "u8, 0xff, (byte)'\n']);
        Shell(here, "printf 'd  etc/ 0755 root sys' | \"$0\" fmt --check -").Exits(1).Output.Should().Be("-\n");
        Shell(here, "\"$0\" fmt - < /dev/null").Exits(0).Output.Should().BeEmpty();
    }

    [Fact]
    public void One_file_by_two_names_is_written_once()
    {
        using TemporaryFolder here = new();
        here.Write("m", Bad);
        File.CreateSymbolicLink(here.At("n"), "m");
        Mlc.Run(here.Path, "check", "--fix", "m", "n", "./m").Exits(0).Output.Should().Contain("fixed ");
        File.ReadAllText(here.At("m")).Should().Be(Good);
    }

    [Fact]
    public void Files_that_are_not_named_stay_as_they_are()
    {
        using TemporaryFolder here = new();
        here.Write("m", Bad);
        here.Write("other", Bad);
        here.Write("mlc.toml", Workspace);
        Mlc.Run(here.Path, "check", "--fix", "m").Exits(0);
        File.ReadAllText(here.At("other")).Should().Be(Bad);
        File.ReadAllText(here.At("mlc.toml")).Should().Be(Workspace);
    }

    private static Outcome Shell(TemporaryFolder here, string script) =>
        new Launch(ForeignTool.Find("bash")!, ["-c", script, Mlc.Binary]) { Directory = here.Path }.Run();
}
