using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// A production of <c>manifest.ebnf</c>, and what the parser takes for it. The normative text and the parser are two statements
/// of one grammar; this is what lets them be compared.
/// </summary>
/// <param name="Name">The name of the production in <c>manifest.ebnf</c>.</param>
/// <param name="Accepts">Whether a text as a whole is a sentence of it, in the eyes of the parser.</param>
public sealed record Production(string Name, Predicate<string> Accepts)
{
    /// <summary>All of them, in the order of <c>manifest.ebnf</c>.</summary>
    public static IReadOnlyList<Production> All { get; } =
    [
        new("manifest", text => Manifest(text).IsWellFormed),
        new("terminated line", text => text.EndsWith('\n') && Manifest(text).Lines is [{ IsWellFormed: true }]),
        OfLine("line", line => line.IsWellFormed),
        OfLine("blank line", line => line is BlankLine),
        OfLine("comment line", line => line is CommentLine),
        OfLine("entry line", line => line is EntryLine { IsWellFormed: true }),
        OfLine("entry", IsEntry),
        OfLine("file", line => IsEntry(line, "f")),
        OfLine("directory", line => IsEntry(line, "d")),
        OfLine("symbolic link", line => IsEntry(line, "s")),
        OfLine("hard link", line => IsEntry(line, "h")),
        Of("node", ManifestGrammar.Node, node => node.IsWellFormed, node => node.Tokens),
        Of("link", ManifestGrammar.Link, link => link.IsWellFormed, link => link.Tokens),
        Of("path", Lexemes.Word),
        Of("mode", Lexemes.Word),
        Of("owner", Lexemes.Word),
        Of("group", Lexemes.Word),
        Of("word", Lexemes.Word),
        Of("link path", Lexemes.LinkPath),
        Of("target", Lexemes.Target.Required, target => !target.Chars.Contains('='), target => [target]),
        OfCharacter("link character", Lexemes.LinkPath),
        OfCharacter("word character", Lexemes.Word),
        new("blanks", text => text.Length > 0 && Lexemes.Blanks(text) == text.Length),
        new("blank", text => text.Length == 1 && Lexemes.Blanks(text) == 1),
        new("character", text => text.Length == 1 && AsLine("#" + text, line => line is CommentLine)),
        Of("comment", Lexemes.Comment),
        OfLine("directive", line => line is CommentLine { LeadingBlanks: 0, Comment.Directive.IsWellFormed: true }),
        Of("rules", DirectiveGrammar.Rules, _ => true, rules => rules),
        Of("rule", DirectiveGrammar.Rule),
        OfCharacter("rule character", DirectiveGrammar.Rule),
        Of("grounds", DirectiveGrammar.Grounds, grounds => grounds.Tokens.Any(), grounds => grounds.Tokens),
        Of("particular", DirectiveGrammar.Particular),
        Of("reason", DirectiveGrammar.Reason),
    ];

    private static Production OfLine(string name, Predicate<LineSyntax> accepts) => new(name, text => AsLine(text, accepts));

    private static Production OfCharacter(string name, Lexeme lexeme)
    {
        Production run = Of(name, lexeme);
        return run with { Accepts = text => text.Length == 1 && run.Accepts("x" + text) };
    }

    private static Production Of(string name, Lexeme lexeme) => Of(name, lexeme.Required, _ => true, token => [token]);

    private static Production Of<T>(string name, Parser<T> parser, Predicate<T> accepts, Func<T, IEnumerable<Token>> tokensOf) =>
        new(name, text =>
        {
            if (text.Contains('\n')) return false;
            SourceLine line = OnlyLine(text);
            IResult<T> result = parser(new LineInput(line.Token));
            return result.WasSuccessful && accepts(result.Value) && AreAllOf(line, tokensOf(result.Value));
        });

    private static bool IsEntry(LineSyntax line) =>
        line is EntryLine { IsWellFormed: true, Comment: null } && AreAllOf(line.Line, line.Tokens);

    private static bool IsEntry(LineSyntax line, string kind) => IsEntry(line) && ((EntryLine)line).Kind.Is(kind);

    private static bool AreAllOf(SourceLine line, IEnumerable<Token> tokens) =>
        tokens.First().Start == line.Start && tokens.Last().End == line.End;

    private static bool AsLine(string text, Predicate<LineSyntax> accepts) =>
        !text.Contains('\n') && accepts(ManifestParser.Parse(OnlyLine(text)));

    // An empty text has no lines; here it stands for an empty one.
    private static SourceLine OnlyLine(string text) => new SourceText("", text.Length == 0 ? "\n" : text).LineAt(1);

    private static ManifestSyntax Manifest(string text) => ManifestParser.Parse(new SourceText("", text));
}
