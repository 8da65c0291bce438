using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A symbolic or a hard link: <c>PATH=TARGET</c>, one word, parted at its first <c>=</c>. Each part may be missing and is null
/// then; there is no target without a separator.
/// </summary>
public sealed class LinkSyntax(Token? path, Token? separator, Token? target, IReadOnlyList<Token> surplus)
    : EntrySyntax(surplus)
{
    private readonly SourceText? source = (path ?? separator)?.Source;
    private readonly Extent path = new(path);
    private readonly Extent separator = new(separator);
    private readonly Extent target = new(target);

    /// <summary>Where the link lies in the image: what stands before the first <c>=</c>.</summary>
    public Token? Path => path.In(source);

    /// <summary>The first <c>=</c>.</summary>
    public Token? Separator => separator.In(source);

    /// <summary>What the link leads to: everything after the first <c>=</c>, another one included.</summary>
    public Token? Target => target.In(source);

    /// <summary>The first <c>=</c> within the target; null where it has none, as it should.</summary>
    public Token? SecondSeparator =>
        Target is { } text && text.Chars.IndexOf('=') is var at and >= 0 ? text.Slice(at, 1) : null;

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens => new[] { Path, Separator, Target }.OfType<Token>().Concat(Surplus);

    /// <inheritdoc/>
    public override bool IsWellFormed =>
        Path is not null && Target is not null && SecondSeparator is null && Surplus.Count == 0;
}
