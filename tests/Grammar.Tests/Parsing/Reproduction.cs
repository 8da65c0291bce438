using System.Text;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Grammar.Tests.Parsing;

/// <summary>Writes a tree out again, from its tokens; nothing but blanks is taken from between them.</summary>
internal static class Reproduction
{
    public static string Of(ManifestSyntax manifest)
    {
        var text = new StringBuilder();
        foreach (LineSyntax line in manifest.Lines)
        {
            line.Line.Start.Should().Be(text.Length);
            foreach (Token token in line.Tokens)
            {
                token.Length.Should().BePositive();
                token.Line.Should().Be(line.Number);
                text.Append(Blanks(manifest.Source, text.Length, token.Start)).Append(token.Chars);
            }
            text.Append(Blanks(manifest.Source, text.Length, line.Line.End)).Append(line.Line.Terminator);
        }
        return text.ToString();
    }

    private static ReadOnlySpan<char> Blanks(SourceText source, int from, int to)
    {
        to.Should().BeGreaterThanOrEqualTo(from);
        ReadOnlySpan<char> gap = source.Text.AsSpan(from, to - from);
        gap.ContainsAnyExcept(' ', '\t').Should().BeFalse("between tokens stand blanks only");
        return gap;
    }
}
