using System.IO.Abstractions;
using ManifestLinker.Linker.Output;
using ManifestLinker.Testing;

namespace ManifestLinker.Linker.Tests.Output;

public class StagingFolderTests
{
    [Fact]
    public void What_a_killed_run_had_moved_aside_comes_back()
    {
        using TemporaryFolder here = new();
        // The state between two moves: one output lies aside and nowhere else, another has its new form already.
        here.Write("out/.x.previous/x.tgz", "old");
        here.Write("out/.x.previous/x.spec", "old");
        here.Write("out/x.spec", "new");
        Directory.CreateDirectory(here.At("out/.x.previous/x"));
        File.CreateSymbolicLink(here.At("out/.x.previous/latest"), "x");

        using (new StagingFolder(new FileSystem(), here.At("out"), "x"))
        {
        }

        here.Listing("out").Should().Equal("latest", "x", "x.spec", "x.tgz");
        File.ReadAllText(here.At("out/x.tgz")).Should().Be("old");
        File.ReadAllText(here.At("out/x.spec")).Should().Be("new");
    }
}
