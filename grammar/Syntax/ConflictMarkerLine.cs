using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// A line that a version control system left behind when it could not merge two changes: seven of one of the characters
/// <c>&lt; | = &gt;</c> at the start of the line, and a label.
/// </summary>
public sealed class ConflictMarkerLine(Token marker, Token? label) : LineSyntax(marker)
{
    /// <summary>The seven characters.</summary>
    public Token Marker => First;

    /// <summary>What follows them, commonly the name of a branch; null where nothing does.</summary>
    public Token? Label => label;

    /// <inheritdoc/>
    public override IEnumerable<Token> Tokens => label is { } name ? [First, name] : [First];

    /// <inheritdoc/>
    public override bool IsWellFormed => false;
}
