using System.Buffers;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>The comments that speak to mlc; permissive, as all of the grammar.</summary>
internal static class DirectiveGrammar
{
    private static readonly SearchValues<char> RuleEnd = SearchValues.Create(" \t,");

    private static readonly Lexeme Sign = new("'#'", rest => rest.StartsWith('#') ? 1 : 0, afterBlanks: false);

    private static readonly Lexeme Keyword = new("'mlc:'", rest => rest.StartsWith("mlc:") ? 4 : 0, afterBlanks: true);

    private static readonly Lexeme Verb = new("a verb", rest => Lexemes.UpTo(Lexemes.BlankChars, rest), afterBlanks: true);

    /// <summary>A rule as an author names it; what is no known rule is not seen here.</summary>
    public static readonly Lexeme Rule =
        new("a rule", rest => rest.StartsWith('-') ? 0 : Lexemes.UpTo(RuleEnd, rest), afterBlanks: true);

    private static readonly Lexeme Comma = new("','", rest => rest.StartsWith(',') ? 1 : 0, afterBlanks: true);

    private static readonly Lexeme Dashes = new("'--'", rest => rest.StartsWith("--") ? 2 : 0, afterBlanks: true);

    /// <summary>A word that says more than why, such as until when.</summary>
    public static readonly Lexeme Particular =
        new("'until=' or 'bug='", rest => IsParticular(rest) ? Lexemes.UpTo(Lexemes.BlankChars, rest) : 0, afterBlanks: true);

    /// <summary>All up to the particulars at the end.</summary>
    public static readonly Lexeme Reason = new("a reason", ReasonLength, afterBlanks: true);

    /// <summary><c>grounds = reason, { blanks, particular } | particular, { blanks, particular }</c>.</summary>
    public static readonly Parser<GroundsSyntax> Grounds =
        from reason in Reason.Optional
        from particulars in Particular.Many
        select new GroundsSyntax(reason, particulars);

    /// <summary><c>rules = rule, { { blank }, ",", { blank }, rule }</c>.</summary>
    public static readonly Parser<IEnumerable<Token>> Rules = Rule.Required.DelimitedBy(Comma.Required);

    private static readonly Parser<GroundsSyntax> NoGrounds = Parse.Return(new GroundsSyntax(null, []));

    // directive = "#", { blank }, "mlc:", { blank }, "allow", blanks, rules, [ blanks, "--", { blank }, [ grounds ] ], { blank } ;
    private static readonly Parser<DirectiveSyntax> Directive =
        from sign in Sign.Required
        from keyword in Keyword.Required
        from verb in Verb.Optional
        from rules in Rules.Optional()
        from dashes in Dashes.Optional
        from grounds in dashes is null ? NoGrounds : Grounds
        from unexpected in Lexemes.Rest.Optional
        select new DirectiveSyntax(keyword, verb, [.. rules.GetOrElse([])], grounds, unexpected);

    /// <summary>The directive that <paramref name="comment"/> is; null where it is none.</summary>
    public static DirectiveSyntax? Read(Token comment)
    {
        IResult<DirectiveSyntax> result = Directive(new LineInput(comment));
        return result.WasSuccessful ? result.Value : null;
    }

    private static int ReasonLength(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> reason = rest.TrimEnd(" \t");
        while (!reason.IsEmpty)
        {
            int lastWord = reason.LastIndexOfAny(Lexemes.BlankChars) + 1;
            if (!IsParticular(reason[lastWord..])) break;
            reason = reason[..lastWord].TrimEnd(" \t");
        }
        return reason.Length;
    }

    private static bool IsParticular(ReadOnlySpan<char> word) => word.StartsWith(DirectiveSyntax.Until) || word.StartsWith(DirectiveSyntax.Bug);
}
