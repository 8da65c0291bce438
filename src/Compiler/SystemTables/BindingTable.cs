namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line that gives a name a number.</summary>
public sealed record NumberedName(int Line, string Name, int Number);

/// <summary>
/// Reads etc/name_to_major and etc/name_to_sysnum as the kernel does (<c>read_binding_file()</c> in
/// <c>usr/src/uts/common/os/modsysfile.c</c>): a name, a number, and at most one more name.
/// </summary>
public static class BindingTable
{
    // MAXNAMELEN.
    private const int Buffer = 256;

    /// <summary>The table in <paramref name="text"/>.</summary>
    public static SystemTable<NumberedName> Read(string text)
    {
        var rows = new List<NumberedName>();
        var problems = new List<TableProblem>();
        foreach (List<KernelToken> tokens in KernelLines.Of(text, Buffer))
        {
            if (Problem(tokens, out int number) is { } problem) problems.Add(problem);
            else rows.Add(new NumberedName(tokens[0].Line, tokens[0].Text, number));
        }
        return new(rows, problems);
    }

    private static TableProblem? Problem(List<KernelToken> tokens, out int number)
    {
        number = 0;
        foreach (KernelToken token in tokens)
        {
            if (token.IsBroken) return new(token.Line, $"lacks the second quote of '\"{token.Text}'", token.Text);
            if (!token.IsWord && token.Kind != KernelTokenKind.Number)
                return new(token.Line, $"has '{token.Text}' where a name or a number should stand", token.Text);
        }
        if (!tokens[0].IsWord) return new(tokens[0].Line, $"has the number {tokens[0].Text} without a name before it", tokens[0].Text);
        if (tokens.Count < 2 || tokens[1].IsWord) return new(tokens[0].Line, $"gives '{tokens[0].Text}' no number", tokens[0].Text);
        if (KernelNumber.Parse(tokens[1].Text) is not <= int.MaxValue)
            return new(tokens[0].Line, $"gives '{tokens[0].Text}' the number {tokens[1].Text}, which is none that the kernel takes", tokens[0].Text);
        number = (int)KernelNumber.Parse(tokens[1].Text)!;
        bool surplus = tokens.Count > 3 || (tokens.Count == 3 && !tokens[2].IsWord);
        return surplus ? new(tokens[0].Line, $"has '{tokens[^1].Text}' behind the number of '{tokens[0].Text}'", tokens[0].Text) : null;
    }
}
