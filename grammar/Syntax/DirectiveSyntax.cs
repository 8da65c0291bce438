using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A comment that speaks to mlc: <c># mlc: allow RULE[, RULE] [-- reason [until=YYYY-MM-DD] [bug=ID]]</c>. One that is not written so is kept as far as it
/// could be read, so that a suppression that does nothing can be told to its author.
/// </summary>
public sealed class DirectiveSyntax(
    Token keyword, Token? verb, IReadOnlyList<Token> rules, GroundsSyntax grounds, Token? unexpected)
{
    /// <summary>What a particular begins with that says the last day.</summary>
    public const string Until = "until=";

    /// <summary>What a particular begins with that names a report of the fault.</summary>
    public const string Bug = "bug=";

    /// <summary>The word <c>mlc:</c>.</summary>
    public Token Keyword => keyword;

    /// <summary>The word after it; the only one known is <c>allow</c>.</summary>
    public Token? Verb => verb;

    /// <summary>The rules it speaks of, as written.</summary>
    public IReadOnlyList<Token> Rules => rules;

    /// <summary>Why, without blanks at either end; null where nothing is said.</summary>
    public Token? Reason => grounds.Reason;

    /// <summary>The words at its end that begin with <see cref="Until"/> or <see cref="Bug"/>.</summary>
    public IReadOnlyList<Token> Particulars => grounds.Particulars;

    /// <summary>From where on it makes no sense, up to its end; null where all of it does.</summary>
    public Token? Unexpected => unexpected;

    /// <summary>Whether it is a <c>directive</c> of the normative grammar.</summary>
    public bool IsWellFormed => verb is { } word && word.Is("allow") && rules.Count > 0 && unexpected is null;
}
