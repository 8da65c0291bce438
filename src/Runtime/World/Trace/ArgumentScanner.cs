namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// Takes the arguments of a call apart, as strace(1) writes them: strings in quotes, structures in braces, arrays in brackets, remarks, and behind a
/// descriptor the path it stands for in angle brackets, in which those brackets are escaped.
/// </summary>
internal static class ArgumentScanner
{
    /// <summary>
    /// The arguments at the beginning of <paramref name="text"/>, which begins behind the opening parenthesis, and where the closing one is; that is
    /// negative where there is none.
    /// </summary>
    public static (IReadOnlyList<string> Arguments, int End) Scan(string text)
    {
        var arguments = new List<string>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '"':
                    at = EndOfString(text, at);
                    break;
                case '<' when IsPath(text, at):
                    at = Find(text, ">", at);
                    break;
                case '/' when text.AsSpan(at).StartsWith("/*"):
                    at = Find(text, "*/", at + 2);
                    break;
                case '(' or '[' or '{':
                    depth++;
                    break;
                case ')' when depth == 0:
                    if (at > start) arguments.Add(text[start..at].Trim());
                    return (arguments, at);
                case ')' or ']' or '}':
                    // More are closed than opened where the text is none of strace's; what comes of it is nothing that any call has.
                    depth = Math.Max(0, depth - 1);
                    break;
                case ',' when depth == 0:
                    arguments.Add(text[start..at].Trim());
                    start = at + 1;
                    break;
            }
        }
        return (arguments, -1);
    }

    // Else it is the sign for shifting, or for less.
    private static bool IsPath(string text, int at) => at > 0 && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] == 'D') && at + 1 < text.Length && text[at + 1] != '<';

    private static int EndOfString(string text, int quote)
    {
        int at = quote + 1;
        while (at < text.Length && text[at] != '"') at += text[at] == '\\' ? 2 : 1;
        return at;
    }

    private static int Find(string text, string what, int from) =>
        from < text.Length && text.IndexOf(what, from, StringComparison.Ordinal) is >= 0 and int found ? found + what.Length - 1 : text.Length;
}
