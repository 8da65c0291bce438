using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>Reads manifests.</summary>
public static class ManifestParser
{
    /// <summary>
    /// The syntax tree of <paramref name="source"/>, whatever it holds, in time linear in its length. Each line is parsed by
    /// itself, so that nothing on one can hide or spoil another.
    /// </summary>
    public static ManifestSyntax Parse(SourceText source)
    {
        var lines = new LineSyntax[source.LineCount];
        for (int at = 0; at < lines.Length; at++)
            lines[at] = Parse(source.LineAt(at + 1));
        return new ManifestSyntax(source, lines);
    }

    /// <summary>The syntax tree of one line.</summary>
    public static LineSyntax Parse(SourceLine line) => ManifestGrammar.Line(new LineInput(line.Token)).Value;
}
