using System.Text;

namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/driver_aliases, or one of its aliases where it has several.</summary>
public sealed record DriverAlias(int Line, string Driver, string Alias);

/// <summary>
/// Reads etc/driver_aliases as the kernel does (<c>parse_aliases()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>): a driver and its
/// aliases, each a name or in quotes; a comma joins the words on both sides of it.
/// </summary>
public static class DriverAliases
{
    // MAXPATHLEN.
    private const int Buffer = 1024;

    /// <summary>The table in <paramref name="text"/>.</summary>
    public static SystemTable<DriverAlias> Read(string text)
    {
        var rows = new List<DriverAlias>();
        var problems = new List<TableProblem>();
        foreach (List<KernelToken> tokens in KernelLines.Of(text, Buffer))
        {
            List<string> words = Words(tokens, out TableProblem? problem);
            if (problem is null && words.Count == 1)
                problem = new TableProblem(tokens[0].Line, $"gives the driver '{words[0]}' no alias", words[0]);
            if (problem is not null) problems.Add(problem);
            else rows.AddRange(words.Skip(1).Select(alias => new DriverAlias(tokens[0].Line, words[0], alias)));
        }
        return new(rows, problems);
    }

    private static List<string> Words(List<KernelToken> tokens, out TableProblem? problem)
    {
        var words = new List<StringBuilder>();
        bool joins = false;
        problem = null;
        foreach (KernelToken token in tokens)
        {
            if (token.IsBroken)
                problem ??= new TableProblem(token.Line, $"lacks the second quote of '\"{token.Text}'", token.Text);
            else if (token.IsWord && joins)
                words[^1].Append(token.Text);
            else if (token.IsWord)
                words.Add(new StringBuilder(token.Text));
            else if (token.Text == "," && words.Count > 0 && !joins)
                words[^1].Append(',');
            else
                problem ??= new TableProblem(token.Line, $"has '{token.Text}' where a name or a text in quotes should stand", token.Text);
            joins = !token.IsWord && token.Text == "," && words.Count > 0;
        }
        if (joins) problem ??= new TableProblem(tokens[^1].Line, $"ends in a comma behind '{words[^1].ToString().TrimEnd(',')}'", words[^1].ToString());
        return [.. words.Select(word => word.ToString())];
    }
}
