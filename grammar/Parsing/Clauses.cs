using Sprache;

namespace ManifestLinker.Grammar.Parsing;

/// <summary>
/// What the clauses of a query over parsers mean. It is what Sprache's own operators mean, which these stand before; but those
/// make some seven closures for each clause of each line, and they were most of the time that reading a manifest took.
/// </summary>
internal static class Clauses
{
    /// <summary>The last clause: <c>from first in ... select ...</c>.</summary>
    public static Parser<TResult> Select<T, TResult>(this Parser<T> parser, Func<T, TResult> select) => input =>
    {
        IResult<T> result = parser(input);
        return result.WasSuccessful ? new Success<TResult>(select(result.Value), result.Remainder) : Failed<T, TResult>(result);
    };

    /// <summary>A clause after another: <c>from first in ... from second in ...</c>.</summary>
    public static Parser<TResult> SelectMany<T, TNext, TResult>(
        this Parser<T> parser, Func<T, Parser<TNext>> follow, Func<T, TNext, TResult> select) => input =>
    {
        IResult<T> first = parser(input);
        if (!first.WasSuccessful) return Failed<T, TResult>(first);
        IResult<TNext> second = follow(first.Value)(first.Remainder);
        return second.WasSuccessful
            ? new Success<TResult>(select(first.Value, second.Value), second.Remainder)
            : Failed<TNext, TResult>(second);
    };

    /// <summary>The first parser, or, where it fails, the second; of two failures, the second's.</summary>
    public static Parser<T> Or<T>(this Parser<T> first, Parser<T> second) => input =>
    {
        IResult<T> result = first(input);
        return result.WasSuccessful ? result : second(input);
    };

    private static IResult<TResult> Failed<T, TResult>(IResult<T> result) =>
        Result.Failure<TResult>(result.Remainder, result.Message, result.Expectations);
}
