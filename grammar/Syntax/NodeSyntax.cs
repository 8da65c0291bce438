using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A file or a directory: <c>PATH MODE USER GROUP</c>. The fields are filled from the left; the ones a line is too short for
/// are null. Whether a mode is octal is not asked here, since it may hold a variable.
/// </summary>
public sealed class NodeSyntax(Token? path, Token? mode, Token? owner, Token? group, IReadOnlyList<Token> surplus)
    : EntrySyntax(surplus)
{
    private readonly SourceText? source = path?.Source;
    private readonly Extent path = new(path);
    private readonly Extent mode = new(mode);
    private readonly Extent owner = new(owner);
    private readonly Extent group = new(group);

    /// <summary>Where the object lies in the image.</summary>
    public Token? Path => path.In(source);

    /// <summary>Its permissions.</summary>
    public Token? Mode => mode.In(source);

    /// <summary>The name of its owner.</summary>
    public Token? Owner => owner.In(source);

    /// <summary>The name of its group.</summary>
    public Token? Group => group.In(source);

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens =>
        new[] { Path, Mode, Owner, Group }.OfType<Token>().Concat(Surplus);

    /// <inheritdoc/>
    public override bool IsWellFormed => Group is not null && Surplus.Count == 0;
}
