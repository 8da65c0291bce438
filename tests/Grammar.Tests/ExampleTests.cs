using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using ManifestLinker.Grammar.Tests.Parsing;

namespace ManifestLinker.Grammar.Tests;

/// <summary>The examples of what is a manifest and what is none.</summary>
public class ExampleTests
{
    // On its line, a comment of a bad example says what is wrong with it.
    private const string Mark = "# bad: ";

    public static TheoryData<string> Good => Names("good");

    public static TheoryData<string> Bad => Names("bad");

    [Theory, MemberData(nameof(Good))]
    public void Every_line_of_a_good_example_is_taken(string name)
    {
        ManifestSyntax manifest = Read(name);
        manifest.Lines.Where(line => !line.IsWellFormed).Select(line => line.Line.Text).Should().BeEmpty();
        manifest.Source.Text.Should().NotContain(Mark);
    }

    [Theory, MemberData(nameof(Bad))]
    public void Of_a_bad_example_the_marked_lines_are_refused_and_no_others(string name)
    {
        ManifestSyntax manifest = Read(name);
        int[] marked = [.. manifest.Lines.Where(line => line.Line.Text.Contains(Mark, StringComparison.Ordinal)).Select(line => line.Number)];
        marked.Should().NotBeEmpty();
        manifest.Lines.Where(line => !line.IsWellFormed).Select(line => line.Number).Should().Equal(marked);
    }

    [Theory, MemberData(nameof(Good)), MemberData(nameof(Bad))]
    public void Every_example_comes_out_as_it_went_in(string name)
    {
        ManifestSyntax manifest = Read(name);
        EscapedUtf8.Encode(Reproduction.Of(manifest)).Should().Equal(Bytes(name));
    }

    private static TheoryData<string> Names(string folder) =>
        new(Directory.GetFiles(Path.Combine(Repository.Examples, folder), "*.manifest")
            .Select(path => Path.GetRelativePath(Repository.Examples, path)).Order(StringComparer.Ordinal));

    private static ManifestSyntax Read(string name) => ManifestParser.Parse(SourceText.FromBytes(name, Bytes(name)));

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Repository.Examples, name));
}
