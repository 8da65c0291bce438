using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>What can be wrong with a table that gives each name a number of its own.</summary>
internal static class BindingFaults
{
    /// <summary>
    /// Finds in <paramref name="table"/> what cannot be read, names and numbers that come twice, and numbers above
    /// <paramref name="most"/>. Of two lines the first counts, so that the later is told.
    /// </summary>
    public static IEnumerable<Finding> Find(Rule rule, DeliveredTable<NumberedName> table, int most)
    {
        string help = $"give every name one number of its own, from 0 to {most}";
        foreach (Finding finding in table.Misspelled(rule, "write a name, a blank and a number")) yield return finding;
        var numbers = new Dictionary<string, NumberedName>(StringComparer.Ordinal);
        var names = new Dictionary<int, NumberedName>();
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (NumberedName row in table.Rows)
        {
            string? what = row.Number > most ? $"gives '{row.Name}' the number {row.Number}, but the highest is {most}"
                : !numbers.TryAdd(row.Name, row) ? $"gives '{row.Name}' the number {row.Number}, but line {numbers[row.Name].Line} gives it {numbers[row.Name].Number}"
                : !names.TryAdd(row.Number, row) ? $"gives '{row.Name}' the number {row.Number}, which line {names[row.Number].Line} gives to '{names[row.Number].Name}'"
                : null;
            if (what is not null && told.Add($"{row.Name} {row.Number}")) yield return table.At(rule, row.Line, what, $"{row.Name} {row.Number}", help);
        }
    }
}
