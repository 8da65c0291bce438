namespace ManifestLinker.Compiler.Smf;

/// <summary>Says in our words why a text is no well-formed XML, from what stands where a reader gave up.</summary>
internal static class WrongForm
{
    private const int LongestQuote = 40;

    /// <summary>What is wrong at <paramref name="place"/> of <paramref name="text"/>, where <paramref name="open"/> are the elements that are open.</summary>
    public static string At(string text, XmlPlace place, Stack<XmlElement> open)
    {
        int at = OffsetOf(text, place);
        string? within = open.TryPeek(out XmlElement? element) ? element.Name : null;
        if (text.AsSpan(at).Trim().IsEmpty)
            return within is null ? "the text ends before its outermost element" : $"the text ends while '{within}', which opens at {element!.Place}, is open";
        string word = new([.. text.AsSpan(at, Math.Min(text.Length - at, LongestQuote)).ToArray().TakeWhile(IsOfName)]);
        if (within is not null && word.Length > 0 && text.AsSpan(0, at).EndsWith("</"))
            return $"the end of '{word}' stands where '{within}', which opens at {element!.Place}, is open";
        return "the text is no well-formed XML";
    }

    private static bool IsOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ':' or '.';

    private static int OffsetOf(string text, XmlPlace place)
    {
        int start = 0;
        for (int line = 1; line < place.Line; line++)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r');
            if (end < 0) break;
            end += start;
            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
        return Math.Min(text.Length, start + place.Column - 1);
    }
}
