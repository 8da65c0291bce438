namespace ManifestLinker.Grammar.Tests.Ebnf;

/// <summary>
/// Says whether a text is a sentence of a production, by nothing but the definition of the notation: an expression takes a
/// text from one place to each of a set of others. Slow, and hard to get wrong.
/// </summary>
internal sealed class EbnfRecogniser(IReadOnlyList<KeyValuePair<string, Expression>> rules)
{
    private readonly Dictionary<string, Expression> bodies = new(rules, StringComparer.Ordinal);

    /// <summary>Whether all of <paramref name="text"/> is a <paramref name="production"/>.</summary>
    public bool Accepts(string production, string text) => Accepts(new Expression.Reference(production), text);

    /// <summary>Whether all of <paramref name="text"/> is what <paramref name="expression"/> describes.</summary>
    public bool Accepts(Expression expression, string text) => new Reading(bodies, text).Ends(expression, 0).Contains(text.Length);

    private sealed class Reading(Dictionary<string, Expression> bodies, string text)
    {
        private readonly Dictionary<(Expression, int), HashSet<int>> known = new(ByIdentity.Instance);

        public HashSet<int> Ends(Expression expression, int start)
        {
            if (known.TryGetValue((expression, start), out HashSet<int>? ends)) return ends;
            ends = expression switch
            {
                Expression.Terminal terminal => string.CompareOrdinal(text, start, terminal.Text, 0, terminal.Text.Length) == 0
                    ? [start + terminal.Text.Length] : [],
                Expression.Special special => start < text.Length && CharacterClass.Contains(special.Words, text[start])
                    ? [start + 1] : [],
                Expression.Reference reference => Ends(bodies[reference.Name], start),
                Expression.Choice choice => [.. choice.Alternatives.SelectMany(alternative => Ends(alternative, start))],
                Expression.Optional optional => [start, .. Ends(optional.Body, start)],
                Expression.Exception exception =>
                    [.. Ends(exception.Included, start).Except(Ends(exception.Excluded, start))],
                Expression.Sequence sequence => sequence.Parts.Aggregate(
                    new HashSet<int> { start },
                    (starts, part) => [.. starts.SelectMany(from => Ends(part, from))]),
                Expression.Repetition repetition => Repeat(repetition.Body, start),
                _ => throw new ArgumentException($"unknown expression {expression}", nameof(expression)),
            };
            known.Add((expression, start), ends);
            return ends;
        }

        private HashSet<int> Repeat(Expression body, int start)
        {
            HashSet<int> ends = [start];
            var open = new Queue<int>(ends);
            while (open.TryDequeue(out int from))
            {
                foreach (int end in Ends(body, from))
                {
                    if (ends.Add(end)) open.Enqueue(end);
                }
            }
            return ends;
        }
    }

    // Two expressions that read alike are still two places in the grammar, and comparing them costs more than reading them.
    private sealed class ByIdentity : IEqualityComparer<(Expression Expression, int Start)>
    {
        public static readonly ByIdentity Instance = new();

        public bool Equals((Expression Expression, int Start) x, (Expression Expression, int Start) y) =>
            ReferenceEquals(x.Expression, y.Expression) && x.Start == y.Start;

        public int GetHashCode((Expression Expression, int Start) place) =>
            HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(place.Expression), place.Start);
    }
}
