using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>
/// What an entry says after its first word. What is missing is a hole and what is too much is kept, so that one line can have
/// several faults and none of them hides another.
/// </summary>
public abstract class EntrySyntax
{
    private protected EntrySyntax(IReadOnlyList<Token> surplus) => Surplus = surplus;

    /// <summary>The words that the kind of entry has no place for.</summary>
    public IReadOnlyList<Token> Surplus { get; }

    /// <summary>All that is written, in order.</summary>
    public abstract IEnumerable<Token> Tokens { get; }

    /// <summary>Whether nothing is missing and nothing is too much.</summary>
    public abstract bool IsWellFormed { get; }
}
