using System.IO.Compression;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>
/// What <c>dotnet pack</c> made, in the folder that <c>MLC_PACKAGES</c> names, can be installed from there and from nowhere else, and
/// works.
/// </summary>
[ClassNeeding("$MLC_PACKAGES", "dotnet")]
public class PackageTests
{
    private static readonly byte[] ElfMagic = [0x7f, .. "ELF"u8];

    private static string Packages => Environment.GetEnvironmentVariable("MLC_PACKAGES")!;

    [FactNeeding]
    public void The_tool_installs_and_checks_a_file()
    {
        using TemporaryFolder folder = new();

        string program = Install(folder, "mlc", "mlc.*");

        Checks(folder, program);
        File.ReadAllBytes(program).Take(ElfMagic.Length).Should().Equal(ElfMagic);
        if (ForeignTool.Find("gcc") is not null || ForeignTool.Find("clang") is not null)
            folder.Listing("tools").Where(name => name.EndsWith(".dll")).Should().BeEmpty("with a C compiler the program is native");
    }

    [FactNeeding]
    public void The_fallback_alone_installs_and_checks_a_file()
    {
        using TemporaryFolder folder = new();

        string program = Install(folder, "mlc.any", "mlc.any.*");

        Checks(folder, program);
        folder.Listing("tools").Should().Contain(name => name.EndsWith("/mlc.dll"));
    }

    [FactNeeding]
    public void The_packages_hold_the_program_and_say_what_it_is()
    {
        string[] packages = [.. Directory.EnumerateFiles(Packages, "*.nupkg").Order(StringComparer.Ordinal)];
        packages.Select(Path.GetFileName).Should().Equal($"mlc.{Tool.Version}.nupkg", $"mlc.any.{Tool.Version}.nupkg", $"mlc.linux-x64.{Tool.Version}.nupkg");
        foreach (string package in packages)
        {
            using ZipArchive archive = ZipFile.OpenRead(package);
            archive.Entries.Select(entry => Path.GetExtension(entry.Name)).Should().NotContain([".pdb", ".dbg", ".xml.dbg"], package);
            archive.GetEntry("README.md").Should().NotBeNull(package);
            using var reader = new StreamReader(archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec")).Open());
            string nuspec = reader.ReadToEnd();
            nuspec.Should().Contain("""<license type="expression">MPL-2.0</license>""").And.Contain("<description>").And.NotContain("<repository").And.NotContain("<dependency ");
        }
    }

    // The program as the folder's only tool; nothing of this machine's packages, and no feed, is looked at.
    private static string Install(TemporaryFolder folder, string name, string pattern)
    {
        foreach (string package in Directory.EnumerateFiles(Packages, pattern)) folder.Write("feed/" + Path.GetFileName(package), File.ReadAllBytes(package));
        string config = folder.Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="here" value="{folder.At("feed")}" />
              </packageSources>
            </configuration>
            """);
        Launch install = ForeignTool.Prepare("dotnet", "tool", "install", name, "--configfile", config, "--tool-path", folder.At("tools")) with { Directory = folder.Path };
        install.With("NUGET_PACKAGES", folder.At("cache")).With("DOTNET_CLI_HOME", folder.At("home")).With("HOME", folder.At("home")).Run().Exits(0);
        return folder.At("tools/mlc");
    }

    private static void Checks(TemporaryFolder folder, string program)
    {
        folder.Write("m", "d usr 755 root sys\n");
        Launch Started(params string[] arguments) => new Launch(program, arguments) { Directory = folder.Path }
            .With("DOTNET_ROOT", Path.GetDirectoryName(new FileInfo(ForeignTool.Find("dotnet")!).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? ForeignTool.Find("dotnet")));

        Started("--version").Run().Exits(0).Output.Trim().Should().Be(Tool.Version);
        Started("check", "m", "--format", "concise").Run().Exits(0).Output.Should().StartWith("m:1:7: warning MLC1004 ");
    }
}
