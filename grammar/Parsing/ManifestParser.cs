using System.Collections.Concurrent;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>Reads manifests.</summary>
public static class ManifestParser
{
    // Starting a thread costs as much as parsing some hundred lines.
    private const int LinesWorthAThread = 2048;

    /// <summary>
    /// The syntax tree of <paramref name="source"/>, whatever it holds, in time linear in its length. Each line is parsed by
    /// itself, so that nothing on one can hide or spoil another.
    /// </summary>
    public static ManifestSyntax Parse(SourceText source)
    {
        var lines = new LineSyntax[source.LineCount];
        if (lines.Length < 2 * LinesWorthAThread) ParseRange(0, lines.Length);
        else Parallel.ForEach(Partitioner.Create(0, lines.Length, LinesWorthAThread), range => ParseRange(range.Item1, range.Item2));
        return new ManifestSyntax(source, lines);

        void ParseRange(int from, int to)
        {
            for (int at = from; at < to; at++) lines[at] = Parse(source.LineAt(at + 1));
        }
    }

    /// <summary>The syntax tree of one line.</summary>
    public static LineSyntax Parse(SourceLine line) => ManifestGrammar.Line(new LineInput(line.Token)).Value;
}
