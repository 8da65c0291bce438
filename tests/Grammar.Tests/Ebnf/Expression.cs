namespace ManifestLinker.Grammar.Tests.Ebnf;

/// <summary>The right side of a production of ISO/IEC 14977.</summary>
internal abstract record Expression
{
    /// <summary>The text itself: <c>"f"</c>.</summary>
    public sealed record Terminal(string Text) : Expression;

    /// <summary>Another production, by name.</summary>
    public sealed record Reference(string Name) : Expression;

    /// <summary>A set of characters described in words: <c>? tab ?</c>.</summary>
    public sealed record Special(string Words) : Expression;

    /// <summary><c>a, b</c>.</summary>
    public sealed record Sequence(IReadOnlyList<Expression> Parts) : Expression;

    /// <summary><c>a | b</c>.</summary>
    public sealed record Choice(IReadOnlyList<Expression> Alternatives) : Expression;

    /// <summary><c>[ a ]</c>.</summary>
    public sealed record Optional(Expression Body) : Expression;

    /// <summary><c>{ a }</c>.</summary>
    public sealed record Repetition(Expression Body) : Expression;

    /// <summary><c>a - b</c>.</summary>
    public sealed record Exception(Expression Included, Expression Excluded) : Expression;
}
