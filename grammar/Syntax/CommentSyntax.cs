using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>A comment: from a <c>#</c> that begins a word to the end of the line.</summary>
public sealed class CommentSyntax(Token token, DirectiveSyntax? directive)
{
    /// <summary>All of it, from the <c>#</c> on; blanks at its end belong to it.</summary>
    public Token Token => token;

    /// <summary>What the comment tells mlc to do; null where it speaks to people only.</summary>
    public DirectiveSyntax? Directive => directive;
}
