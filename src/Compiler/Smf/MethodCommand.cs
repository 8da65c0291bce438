namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// Finds the programs that a method is sure to run. svc.startd gives a method to <c>/sbin/sh -c</c> with <c>exec</c> before it (exec_method in
/// usr/src/cmd/svc/startd/method.c), so that only the first command of a list is ever reached; inetd runs it without a shell. What
/// depends on a condition, what only the running system knows, and names without a path are passed over.
/// </summary>
public static class MethodCommand
{
    private const int DeepestShell = 4;

    private static readonly System.Buffers.SearchValues<char> NameCharacters =
        System.Buffers.SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The programs of the method <paramref name="exec"/>, in their order; none where it is an action of the restarter such as <c>:kill</c>.</summary>
    public static IReadOnlyList<MethodProgram> ProgramsOf(string exec)
    {
        var found = new List<MethodProgram>();
        if (!exec.TrimStart().StartsWith(':')) ReadList(exec, isReplaced: true, found, DeepestShell);
        return [.. found.Distinct()];
    }

    private static void ReadList(string text, bool isReplaced, List<MethodProgram> found, int depth)
    {
        if (depth == 0) return;
        bool reached = true;
        var words = new List<ShellToken>();
        bool isTarget = false;
        foreach (ShellToken token in ShellTokens.Of(text).Append(new ShellToken(";", IsOperator: true, IsKnown: true)))
        {
            if (!token.IsOperator)
            {
                // The word behind a redirection is a file that may be made.
                if (!isTarget) words.Add(token);
                isTarget = false;
                continue;
            }
            isTarget = token.Text[0] is '<' or '>';
            if (isTarget) continue;
            if (!ReadCommand(words, isReplaced, reached, found, depth, out bool isTest)) return;
            words.Clear();
            if (isReplaced && token.Text is ";" or "&&" or "||" or "(" or ")") return;
            reached = token.Text switch
            {
                "&&" => reached && !isTest,
                "||" => false,
                "|" => reached,
                _ => true,
            };
        }
    }

    // False where the rest cannot be understood.
    private static bool ReadCommand(List<ShellToken> words, bool isReplaced, bool reached, List<MethodProgram> found, int depth, out bool isTest)
    {
        isTest = false;
        int first = words.FindIndex(word => !IsAssignment(word.Text) && word.Text is not ("exec" or "command" or "!" or "{" or "}" or "time"));
        if (first < 0) return true;
        ShellToken program = words[first];
        if (program.Text is "if" or "while" or "until" or "for" or "case" or "select" or "function" or "[[" or "((") return false;
        string name = program.Text[(program.Text.LastIndexOf('/') + 1)..];
        isTest = name is "[" or "test";
        if (!reached || !program.IsKnown) return true;
        if (program.Text is "." && !isReplaced) AddFile(words, first + 1, found);
        if (!program.Text.StartsWith('/')) return true;
        found.Add(new(program.Text, IsExecuted: true));
        if (Interpreters.IsShell(name)) ReadShell(words, first + 1, found, depth);
        else if (Interpreters.IsOther(name)) AddFile(words, first + 1, found);
        return true;
    }

    private static void ReadShell(List<ShellToken> words, int at, List<MethodProgram> found, int depth)
    {
        bool isCommand = false;
        for (; at < words.Count && words[at].IsKnown && words[at].Text is ['-' or '+', ..]; at++)
        {
            string option = words[at].Text;
            if (option.StartsWith("--", StringComparison.Ordinal)) continue;
            isCommand |= option[0] == '-' && option.Contains('c');
            if (option.EndsWith('o')) at++;
        }
        if (!isCommand) AddFile(words, at, found);
        else if (at < words.Count && words[at].IsKnown) ReadList(words[at].Text, isReplaced: false, found, depth - 1);
    }

    private static void AddFile(List<ShellToken> words, int at, List<MethodProgram> found)
    {
        if (at < words.Count && words[at] is { IsKnown: true, Text: ['/', ..] path }) found.Add(new(path, IsExecuted: false));
    }

    private static bool IsAssignment(string word)
    {
        int equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && (char.IsAsciiLetter(word[0]) || word[0] == '_') && word.AsSpan(0, equals).IndexOfAnyExcept(NameCharacters) < 0;
    }
}
