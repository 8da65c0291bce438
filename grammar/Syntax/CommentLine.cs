using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>A line that holds a comment only.</summary>
public sealed class CommentLine(CommentSyntax comment) : LineSyntax(comment.Token)
{
    /// <summary>The comment.</summary>
    public override CommentSyntax Comment => comment;

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens => [comment.Token];

    /// <inheritdoc/>
    public override bool IsWellFormed => true;
}
