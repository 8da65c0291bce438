using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>What follows <c>--</c> in a directive: why, and the particulars behind it, such as until when.</summary>
public sealed class GroundsSyntax(Token? reason, IReadOnlyList<Token> particulars)
{
    /// <summary>Why, without blanks at either end; null where nothing is said.</summary>
    public Token? Reason => reason;

    /// <summary>The words at the end that begin with <see cref="DirectiveSyntax.Until"/> or <see cref="DirectiveSyntax.Bug"/>.</summary>
    public IReadOnlyList<Token> Particulars => particulars;

    /// <summary>All of it, in order.</summary>
    public IEnumerable<Token> Tokens => reason is { } why ? particulars.Prepend(why) : particulars;
}
