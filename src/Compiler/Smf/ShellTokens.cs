using System.Text;

namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// Takes a command apart as sh(1) does. Tokens of the restarter (<c>%m</c>, smf_method(7)) make a word unknown, as do parameters, commands in
/// quotes and patterns.
/// </summary>
internal sealed class ShellTokens
{
    private readonly string text;
    private readonly List<ShellToken> tokens = [];
    private readonly StringBuilder word = new();
    private bool inWord;
    private bool known = true;
    private int at;

    private ShellTokens(string text) => this.text = text;

    /// <summary>The tokens of <paramref name="text"/> up to its end, or up to a quote that is never closed.</summary>
    public static IReadOnlyList<ShellToken> Of(string text)
    {
        var reader = new ShellTokens(text);
        reader.Read();
        return reader.tokens;
    }

    private void Read()
    {
        while (at < text.Length && Step())
        {
        }
        EndWord();
    }

    // False where nothing behind can be understood.
    private bool Step()
    {
        char c = text[at];
        switch (c)
        {
            case ' ' or '\t' or '\r':
                EndWord();
                at++;
                return true;
            case '\'':
                return Quoted('\'');
            case '"':
                return Quoted('"');
            case '\\':
                if (at + 1 < text.Length) Add(text[at + 1]);
                at += 2;
                return true;
            case '`' or '$':
                return Substituted(c);
            case '#' when !inWord:
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
                return true;
            case '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>':
                Operator(c);
                return true;
            case '%' or '*' or '?':
                known = false;
                break;
        }
        Add(c);
        at++;
        return true;
    }

    private bool Quoted(char quote)
    {
        inWord = true;
        for (at++; at < text.Length; at++)
        {
            char c = text[at];
            if (c == quote)
            {
                at++;
                return true;
            }
            if (quote == '"' && c == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' or '$' or '`') c = text[++at];
            else if (c == '%' || (quote == '"' && c is '$' or '`')) known = false;
            word.Append(c);
        }
        return Unclosed();
    }

    private bool Substituted(char c)
    {
        inWord = true;
        known = false;
        if (c == '$' && (at + 1 >= text.Length || text[at + 1] != '('))
        {
            word.Append(c);
            at++;
            return true;
        }
        int end = c == '`' ? text.IndexOf('`', at + 1) : Closing(at + 1);
        if (end < 0) return Unclosed();
        at = end + 1;
        return true;
    }

    private int Closing(int open)
    {
        int depth = 0;
        for (int i = open; i < text.Length; i++)
        {
            if (text[i] == '(') depth++;
            else if (text[i] == ')' && --depth == 0) return i;
        }
        return -1;
    }

    private bool Unclosed()
    {
        inWord = false;
        word.Clear();
        tokens.Clear();
        return false;
    }

    private void Operator(char c)
    {
        // A number before a redirection is the descriptor, no word.
        if (c is '<' or '>' && inWord && word.Length == 1 && char.IsAsciiDigit(word[0])) inWord = false;
        EndWord();
        int length = 1;
        while (at + length < text.Length && length < 2 && c is '&' or '|' or '<' or '>' && (text[at + length] == c || (c is '<' or '>' && text[at + length] is '&' or '>'))) length++;
        tokens.Add(new(c == '\n' ? ";" : text.Substring(at, length), IsOperator: true, IsKnown: true));
        at += length;
    }

    private void Add(char c)
    {
        inWord = true;
        word.Append(c);
    }

    private void EndWord()
    {
        if (inWord) tokens.Add(new(word.ToString(), IsOperator: false, known));
        word.Clear();
        inWord = false;
        known = true;
    }
}
