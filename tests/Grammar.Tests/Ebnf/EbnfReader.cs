using Sprache;

namespace ManifestLinker.Grammar.Tests.Ebnf;

/// <summary>Reads the notation of ISO/IEC 14977, as far as <c>manifest.ebnf</c> uses it.</summary>
internal static class EbnfReader
{
    private static readonly Parser<string> Comment =
        from open in Parse.String("(*")
        from text in Parse.AnyChar.Except(Parse.String("*)")).Many()
        from close in Parse.String("*)")
        select "";

    private static readonly Parser<string> Gap = Comment.Or(Parse.WhiteSpace.AtLeastOnce().Return("")).Many().Return("");

    private static readonly Parser<string> Name =
        from words in (from word in Parse.Letter.AtLeastOnce().Text() from gap in Gap select word).AtLeastOnce()
        select string.Join(' ', words);

    private static readonly Parser<Expression> Terminal =
        from text in Token(Parse.CharExcept('"').AtLeastOnce().Text().Contained(Parse.Char('"'), Parse.Char('"')))
        select new Expression.Terminal(text);

    private static readonly Parser<Expression> Special =
        from words in Token(Parse.CharExcept('?').AtLeastOnce().Text().Contained(Parse.Char('?'), Parse.Char('?')))
        select new Expression.Special(words.Trim());

    private static readonly Parser<Expression> Factor =
        Terminal
            .Or(Special)
            .Or(Bracketed('[', ']').Select(body => new Expression.Optional(body)))
            .Or(Bracketed('{', '}').Select(body => new Expression.Repetition(body)))
            .Or(Bracketed('(', ')'))
            .Or(Name.Select(name => new Expression.Reference(name)));

    private static readonly Parser<Expression> Term =
        from included in Factor
        from excluded in Symbol('-').Then(_ => Factor).Optional()
        select excluded.IsEmpty ? included : new Expression.Exception(included, excluded.Get());

    private static readonly Parser<Expression> Sequence =
        from parts in Term.DelimitedBy(Symbol(','))
        select parts.ToList() is [var only] ? only : new Expression.Sequence([.. parts]);

    private static readonly Parser<Expression> Choice =
        from alternatives in Sequence.DelimitedBy(Symbol('|'))
        select alternatives.ToList() is [var only] ? only : new Expression.Choice([.. alternatives]);

    private static readonly Parser<KeyValuePair<string, Expression>> Rule =
        from name in Name
        from defines in Symbol('=')
        from body in Choice
        from end in Symbol(';')
        select KeyValuePair.Create(name, body);

    private static readonly Parser<IEnumerable<KeyValuePair<string, Expression>>> Grammar =
        (from gap in Gap from rules in Rule.AtLeastOnce() select rules).End();

    /// <summary>The productions of <paramref name="text"/> in order; a <see cref="ParseException"/> where it is no EBNF.</summary>
    public static IReadOnlyList<KeyValuePair<string, Expression>> Read(string text) => [.. Grammar.Parse(text)];

    private static Parser<T> Token<T>(Parser<T> parser) => from value in parser from gap in Gap select value;

    private static Parser<char> Symbol(char symbol) => Token(Parse.Char(symbol));

    private static Parser<Expression> Bracketed(char open, char close) =>
        Parse.Ref(() => Choice).Contained(Symbol(open), Symbol(close));
}
