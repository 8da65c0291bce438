namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/driver_classes: a driver whose children are of a class.</summary>
public sealed record DriverClass(int Line, string Driver, string Class);

/// <summary>Reads etc/driver_classes as the kernel does (<c>read_class_file()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>): a driver and a class.</summary>
public static class DriverClasses
{
    // MAXNAMELEN.
    private const int Buffer = 256;

    /// <summary>The table in <paramref name="text"/>.</summary>
    public static SystemTable<DriverClass> Read(string text)
    {
        var rows = new List<DriverClass>();
        var problems = new List<TableProblem>();
        foreach (List<KernelToken> tokens in KernelLines.Of(text, Buffer))
        {
            int line = tokens[0].Line;
            string words = string.Join(' ', tokens.Take(3).Select(token => token.Text));
            if (tokens.Take(2).Any(token => !token.IsWord || token.IsBroken) || tokens.Count < 2)
                problems.Add(new TableProblem(line, $"has '{words}' where a driver and a class should stand", words));
            else if (tokens.Count > 2)
                problems.Add(new TableProblem(line, $"has '{tokens[2].Text}' behind the class of the driver '{tokens[0].Text}'", words));
            else
                rows.Add(new DriverClass(line, tokens[0].Text, tokens[1].Text));
        }
        return new(rows, problems);
    }
}
