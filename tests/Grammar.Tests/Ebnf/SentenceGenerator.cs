using CsCheck;

namespace ManifestLinker.Grammar.Tests.Ebnf;

/// <summary>Makes random sentences of a grammar, and texts that are nearly sentences.</summary>
internal sealed class SentenceGenerator(IReadOnlyList<KeyValuePair<string, Expression>> rules)
{
    private const int Repetitions = 4;

    // What the grammar knows, what it might take for something it knows, and what no one expects in a manifest.
    private static readonly Gen<char> Character = Gen.OneOf(
        Gen.Char["fdsha/.07$[,"],
        Gen.Char[" \t#=\r\n-:"],
        Gen.Char["\0\v\f\u00A0\u2028\uFEFF\uDCFF\"\\"],
        Gen.Char);

    private static readonly Gen<string> Morsel = Gen.OneOf(
        Character.Select(character => character.ToString()),
        Gen.OneOf("f ", "s a=b", " 0644", " #", "==", "\r\n", "<<<<<<< ", "#mlc:allow ", " -- ", ", ", " until=", " bug="));

    private readonly Dictionary<string, Expression> bodies = new(rules, StringComparer.Ordinal);
    private readonly EbnfRecogniser recogniser = new(rules);

    /// <summary>Sentences of <paramref name="production"/>.</summary>
    public Gen<string> Sentences(string production) => Sentences(bodies[production]);

    /// <summary>Texts that differ in one place from a sentence of <paramref name="production"/>.</summary>
    public Gen<string> NearSentences(string production) =>
        Gen.Select(Sentences(production), Gen.Double.Unit, Gen.Int[0, 2], Morsel, (text, place, removed, added) =>
        {
            int at = (int)(place * (text.Length + 1));
            return text.Remove(at, Math.Min(removed, text.Length - at)).Insert(at, added);
        });

    /// <summary>Any text at all.</summary>
    public static Gen<string> Texts { get; } = Morsel.Array[0, 40].Select(string.Concat);

    private Gen<string> Sentences(Expression expression) => expression switch
    {
        Expression.Terminal terminal => Gen.Const(terminal.Text),
        Expression.Special special => CharacterClass.Only(special.Words) is { } only
            ? Gen.Const(only.ToString())
            : Character.Select(character => character.ToString()),
        Expression.Reference reference => Sentences(reference.Name),
        Expression.Choice choice => Gen.OneOf([.. choice.Alternatives.Select(Sentences)]),
        Expression.Optional optional => Gen.OneOf(Gen.Const(""), Sentences(optional.Body)),
        Expression.Repetition repetition => Sentences(repetition.Body).Array[0, Repetitions].Select(string.Concat),
        Expression.Sequence sequence => sequence.Parts.Select(Sentences)
            .Aggregate((left, right) => Gen.Select(left, right, string.Concat)),
        Expression.Exception exception => Sentences(exception.Included)
            .Where(text => !recogniser.Accepts(exception.Excluded, text)),
        _ => throw new ArgumentException($"unknown expression {expression}", nameof(expression)),
    };
}
