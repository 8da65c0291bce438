using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>A line with nothing on it but blanks, if any.</summary>
public sealed class BlankLine(Token blanks) : LineSyntax(blanks)
{
    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens => [];

    /// <inheritdoc/>
    public override bool IsWellFormed => true;
}
