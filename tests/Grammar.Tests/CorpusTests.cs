using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Grammar.Tests.Parsing;

namespace ManifestLinker.Grammar.Tests;

/// <summary>The real manifests of SmartOS. The numbers are those that <c>wc -l</c> and <c>grep -c</c> give.</summary>
public class CorpusTests
{
    [CorpusTheory]
    [InlineData("illumos", 21_664, 12_190, 2_488, 6_393, 563)]
    [InlineData("illumos-extra", 2_527, 2_179, 182, 110, 11)]
    [InlineData("live", 1_167, 804, 342, 12, 0)]
    [InlineData("man", 32, 24, 6, 2, 0)]
    [InlineData("boot", 52, 29, 3, 0, 0)]
    [InlineData("overlay-generic-2012", 150, 117, 32, 0, 0)]
    public void Every_line_is_read(string name, int lines, int files, int directories, int symbolicLinks, int hardLinks)
    {
        ManifestSyntax manifest = Read(name);
        manifest.Lines.Should().HaveCount(lines);
        new[] { "f", "d", "s", "h" }.Select(kind => manifest.Entries.Count(entry => entry.Kind.Is(kind)))
            .Should().Equal(files, directories, symbolicLinks, hardLinks);
        manifest.Entries.Should().HaveCount(files + directories + symbolicLinks + hardLinks);
        manifest.Lines.Where(line => !line.IsWellFormed).Should().BeEmpty();
        Reproduction.Of(manifest).Should().Be(manifest.Source.Text);
    }

    [CorpusFact]
    public void One_variable_is_used_and_nothing_is_left_unfilled()
    {
        Token[] words = [.. Read("illumos-extra").Entries.SelectMany(entry => entry.Entry.Tokens)];
        words.SelectMany(VariableReference.In).Select(reference => reference.Name.Text)
            .Should().HaveCount(4).And.AllBe("LIBSTDCXXVER");
        words.SelectMany(Placeholder.In).Should().BeEmpty();
    }

    private static ManifestSyntax Read(string name)
    {
        string path = Path.Combine(Repository.Corpus, name + ".manifest");
        return ManifestParser.Parse(SourceText.FromBytes(path, File.ReadAllBytes(path)));
    }
}
