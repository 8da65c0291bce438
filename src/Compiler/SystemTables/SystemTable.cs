namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A table of the system, as its reader on the running system understands it.</summary>
/// <typeparam name="T">What a row says.</typeparam>
/// <param name="Rows">The rows, in the order of the lines.</param>
/// <param name="Problems">What its reader complains about, at most one for a line, in the order of the lines.</param>
public sealed record SystemTable<T>(IReadOnlyList<T> Rows, IReadOnlyList<TableProblem> Problems)
{
    /// <summary>A table that is too large to be one.</summary>
    public static readonly SystemTable<T> TooLarge =
        new([], [new TableProblem(1, $"has more than {TableText.MostLines} lines or {TableText.MostBytes / 1024 / 1024} MiB and was not read", "")]);
}

/// <summary>A fault in the form of a line: the number of the line, from 1, what is wrong as the end of a sentence about the table, and the words that it is about.</summary>
public sealed record TableProblem(int Line, string What, string Words);
