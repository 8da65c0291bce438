using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>What follows a first word that is no kind of entry: there is a place for none of it.</summary>
public sealed class UnknownSyntax(IReadOnlyList<Token> words) : EntrySyntax(words)
{
    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens => Surplus;

    /// <inheritdoc/>
    public override bool IsWellFormed => false;
}
