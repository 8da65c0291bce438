using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Bind;

/// <summary>
/// Gives the lines of a manifest their meaning. No line is ever skipped in silence: each is blank, a comment, an entry, or a
/// finding.
/// </summary>
public static class Binder
{
    /// <summary>Reads <paramref name="source"/> as a manifest of <paramref name="component"/>, and adds what is wrong to <paramref name="findings"/>.</summary>
    public static BoundManifest Bind(SourceText source, string component, Variables variables, ICollection<Finding> findings)
    {
        ManifestSyntax syntax = ManifestParser.Parse(source);
        var entries = new List<Entry>(syntax.Lines.Count);
        var lines = new LineBinder(component, variables, findings);
        foreach (LineSyntax line in syntax.Lines)
        {
            if (line is EntryLine entryLine && lines.Bind(entryLine) is { } entry) entries.Add(entry);
            if (line is ConflictMarkerLine conflict) findings.Add(MergeConflictMarker.At(conflict.Marker));
        }
        CheckLineEnds(syntax, findings);
        return new BoundManifest(component, syntax, entries);
    }

    private static void CheckLineEnds(ManifestSyntax syntax, ICollection<Finding> findings)
    {
        if (!syntax.Source.EndsWithNewline) findings.Add(NoNewlineAtEof.At(syntax.Source));
        if (!syntax.Source.HasCarriageReturns) return;
        LineSyntax[] ended = [.. syntax.Lines.Where(line => line.HasCarriageReturn)];
        findings.Add(Crlf.At(syntax.Source, ended[0].Number, ended.Length));
    }
}
