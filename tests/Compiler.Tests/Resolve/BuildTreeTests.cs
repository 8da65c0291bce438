using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Resolve;

/// <summary>Which targets are taken for places of the build machine.</summary>
public sealed class BuildTreeTests
{
    private const string Tree = "d usr 0755 root sys\nd usr/lib 0755 root bin\nf usr/lib/libz.so.1 0755 root bin\nd opt 0755 root sys\n";

    [Theory]
    [InlineData("/build/area/usr/lib/libz.so.1", "MLC7005")]
    [InlineData("/build/area/x", "MLC7005")]
    [InlineData("/build/x", "MLC7005")]
    [InlineData("/opt/proto/x", "MLC7005")]
    [InlineData("/a/proto.strap/x", "MLC7005")]
    [InlineData("../../../proto/usr/lib/libz.so.1", "MLC7005")]
    [InlineData("/workshop/x", "MLC7001 MLC7003")] // not below /work
    [InlineData("/build", "MLC7001 MLC7003")] // the tree itself holds nothing yet
    [InlineData("/opt/local/x", "MLC7003 MLC7006")]
    [InlineData("/a/prototype/x", "MLC7001 MLC7003")]
    [InlineData("/a/proto", "MLC7001 MLC7003")]
    [InlineData("proto/x", "MLC7001")] // a directory of the image that is not delivered
    [InlineData("../../proto/x", "MLC7001")]
    [InlineData("/usr/lib/libz.so.1", "MLC7003")]
    public void A_target_in_a_tree_of_the_build_machine_is_one_finding(string target, string rules) =>
        string.Join(' ', Findings($"{Tree}s usr/lib/l={target}\n", "/", "/build", "/build/area").Select(finding => finding.Rule.Id)).Should().Be(rules);

    [Fact]
    public void What_is_in_the_image_is_no_such_target() =>
        Findings(Tree + "s usr/lib/l=/usr/lib/libz.so.1\n", "/usr").Should().ContainSingle().Which.Rule.Id.Should().Be("MLC7003");

    [Fact]
    public void The_nearest_tree_tells_what_was_meant()
    {
        Finding finding = Findings(Tree + "s usr/lib/libz.so=/build/area/usr/lib/libz.so.1\n", "/build", "/build/area").Single();
        finding.Help.Should().Be("write libz.so.1");
        finding.Message.Should().EndWith("below '/build/area' of the build machine");
    }

    private static IReadOnlyList<Finding> Findings(string manifest, params string[] trees) => new Policy().Judge(Compilation.Run(
        new CompilationInput { Manifests = [("a", new SourceText("a", manifest))], Profile = SmartOs.Profile, BuildTrees = trees }, Checked.Host).Findings).Findings;
}
