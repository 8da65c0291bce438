using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A file or a directory: <c>PATH MODE USER GROUP</c>. The fields are filled from the left; the ones a line is too short for
/// are null. Whether a mode is octal is not asked here, since it may hold a variable.
/// </summary>
public sealed class NodeSyntax(Token? path, Token? mode, Token? owner, Token? group, IReadOnlyList<Token> surplus)
    : EntrySyntax(surplus)
{
    /// <summary>Where the object lies in the image.</summary>
    public Token? Path => path;

    /// <summary>Its permissions.</summary>
    public Token? Mode => mode;

    /// <summary>The name of its owner.</summary>
    public Token? Owner => owner;

    /// <summary>The name of its group.</summary>
    public Token? Group => group;

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens =>
        new[] { path, mode, owner, group }.OfType<Token>().Concat(Surplus);

    /// <inheritdoc/>
    public override bool IsWellFormed => group is not null && Surplus.Count == 0;
}
