using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>A manifest as it was written: one node for every line of the file, none left out.</summary>
public sealed class ManifestSyntax(SourceText source, IReadOnlyList<LineSyntax> lines)
{
    /// <summary>The text that was read.</summary>
    public SourceText Source => source;

    /// <summary>All lines in order, as many as the text has.</summary>
    public IReadOnlyList<LineSyntax> Lines => lines;

    /// <summary>The lines that declare something, or try to.</summary>
    public IEnumerable<EntryLine> Entries => lines.OfType<EntryLine>();

    /// <summary>Whether the text is a <c>manifest</c> of the normative grammar: every line is well formed.</summary>
    public bool IsWellFormed => lines.All(line => line.IsWellFormed);
}
