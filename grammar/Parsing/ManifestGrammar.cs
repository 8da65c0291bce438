using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;
using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// The productions of <c>manifest.ebnf</c>, made permissive: a part that is missing is a hole, a part too many is kept, and
/// the node that comes out knows whether it is a sentence of the normative grammar. Blanks are taken by the lexeme after them.
/// </summary>
internal static class ManifestGrammar
{
    // comment = "#", { character } ;
    private static readonly Parser<CommentSyntax?> OptionalComment =
        from token in Lexemes.Comment.Optional
        select token is { } text ? Remark(text) : null;

    /// <summary><c>node = path, blanks, mode, blanks, owner, blanks, group</c>.</summary>
    public static readonly Parser<EntrySyntax> Node =
        from path in Lexemes.Word.Optional
        from mode in Lexemes.Word.Optional
        from owner in Lexemes.Word.Optional
        from grp in Lexemes.Word.Optional
        from surplus in Lexemes.Word.Many
        select new NodeSyntax(path, mode, owner, grp, surplus);

    /// <summary><c>link = link path, "=", target</c>.</summary>
    public static readonly Parser<EntrySyntax> Link =
        from path in Lexemes.LinkPath.Optional
        from separator in Lexemes.Separator.Optional
        from target in separator is null ? Lexemes.None : Lexemes.Target.Optional
        from surplus in Lexemes.Word.Many
        select new LinkSyntax(path, separator, target, surplus);

    private static readonly Parser<EntrySyntax> Unknown =
        from words in Lexemes.Word.Many
        select new UnknownSyntax(words);

    // entry line = { blank }, entry, [ blanks, [ comment ] ] ;
    private static readonly Parser<LineSyntax> EntryLine =
        from kind in Lexemes.Kind.Required
        from entry in FieldsOf(kind)
        from comment in OptionalComment
        select new EntryLine(kind, entry, comment);

    // comment line = { blank }, comment ;
    private static readonly Parser<LineSyntax> CommentLine =
        from token in Lexemes.Comment.Required
        select new CommentLine(Remark(token));

    // blank line = { blank } ;
    private static readonly Parser<LineSyntax> BlankLine =
        input => new Success<LineSyntax>(new BlankLine(((LineInput)input).Rest), input);

    private static readonly Parser<LineSyntax> ConflictMarkerLine =
        from marker in Lexemes.ConflictMarker.Required
        from label in Lexemes.Rest.Optional
        select new ConflictMarkerLine(marker, label);

    /// <summary>
    /// <c>line = blank line | comment line | entry line</c>, and what is none of them. It takes every line there is: what holds
    /// no word and no comment is blank.
    /// </summary>
    public static readonly Parser<LineSyntax> Line = EntryLine.Or(CommentLine).Or(ConflictMarkerLine).Or(BlankLine);

    private static CommentSyntax Remark(Token token) => new(token, DirectiveGrammar.Read(token));

    // file = "f", blanks, node ;           directory = "d", blanks, node ;
    // symbolic link = "s", blanks, link ;  hard link = "h", blanks, link ;
    private static Parser<EntrySyntax> FieldsOf(Token kind) => kind.Chars switch
    {
        "f" or "d" => Node,
        "s" or "h" => Link,
        _ => Unknown,
    };
}
