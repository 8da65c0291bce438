using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>A line that declares an object of the image, or tries to.</summary>
public sealed class EntryLine(Token kind, EntrySyntax entry, CommentSyntax? comment) : LineSyntax(kind)
{
    /// <summary>The first word: <c>f</c>, <c>d</c>, <c>s</c> or <c>h</c> where the line is right.</summary>
    public Token Kind => First;

    /// <summary>What follows the first word, read as the kind of entry asks for.</summary>
    public EntrySyntax Entry => entry;

    /// <summary>The comment after the entry; null where it has none.</summary>
    public override CommentSyntax? Comment => comment;

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens
    {
        get
        {
            IEnumerable<Token> tokens = entry.Tokens.Prepend(First);
            return comment is null ? tokens : tokens.Append(comment.Token);
        }
    }

    /// <inheritdoc/>
    public override bool IsWellFormed => entry.IsWellFormed;
}
