using System.Globalization;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8217: The tables of users and groups contradict each other.</summary>
public static class PasswdGroupShadowConsistency
{
    private const int Id = 2, PrimaryGroup = 3, Members = 3;
    private const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8217",
        Name = "passwd-group-shadow-consistency",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The tables of users and groups contradict each other.",
        Explanation =
            "A user without a line in etc/shadow cannot log in, and passwd cannot change that. Of two lines with one name the second "
            + "is never found, of two with one number the files of one belong to the other as well. A primary group that "
            + "etc/group does not have is shown as a number, and rights that were given to it reach nobody.",
        Bad = """
            etc/passwd:  dladm:x:15:65:Datalink Admin:/:
            etc/shadow:  netadm:*LK*:::::::
            """,
        Good = """
            etc/passwd:  dladm:x:15:65:Datalink Admin:/:
            etc/shadow:  dladm:*LK*:::::::
            """,
    };

    /// <summary>Finds what is wrong within and between the three tables of <paramref name="image"/>.</summary>
    internal static IEnumerable<Finding> Check(AuditedImage image)
    {
        var users = DeliveredTable<ColonRow>.Find(image, "etc/passwd", text => ColonTable.Read(text, ColonTable.PasswdFields));
        var passwords = DeliveredTable<ColonRow>.Find(image, "etc/shadow", text => ColonTable.Read(text, ColonTable.ShadowFields));
        var groups = DeliveredTable<ColonRow>.Find(image, "etc/group", text => ColonTable.Read(text, ColonTable.GroupFields));
        return
        [
            .. Alone(users, "user", hasNumbers: true),
            .. Alone(passwords, "user", hasNumbers: false),
            .. Alone(groups, "group", hasNumbers: true),
            .. Unpaired(users, passwords),
            .. Unpaired(passwords, users),
            .. Unknown(users, groups, row => [row.Fields[PrimaryGroup]], group => group.Fields[Id], "primary group"),
            .. Unknown(groups, users, row => row.Fields[Members].Split(',', Words), user => user.Name, "member"),
        ];
    }

    // What a table says by itself.
    private static IEnumerable<Finding> Alone(DeliveredTable<ColonRow>? table, string what, bool hasNumbers)
    {
        if (table is null) yield break;
        foreach (Finding finding in table.Misspelled(Rule, "give the row the fields that the table has")) yield return finding;
        var names = new Dictionary<string, ColonRow>(StringComparer.Ordinal);
        var numbers = new Dictionary<uint, ColonRow>();
        foreach (ColonRow row in table.Rows)
        {
            if (!names.TryAdd(row.Name, row))
                yield return At(table, row, $"has the {what} '{row.Name}' again, whom line {names[row.Name].Line} has", "twice", "keep one of the lines");
            else if (hasNumbers && !uint.TryParse(row.Fields[Id], NumberStyles.None, CultureInfo.InvariantCulture, out _))
                yield return At(table, row, $"gives the {what} '{row.Name}' the number '{row.Fields[Id]}', which is none", "number", "write a number");
            else if (hasNumbers && uint.Parse(row.Fields[Id], CultureInfo.InvariantCulture) is var number && !numbers.TryAdd(number, row))
                yield return At(table, row, $"gives the {what} '{row.Name}' the number {number} of '{numbers[number].Name}'", "number", "give each a number of its own");
        }
    }

    private static IEnumerable<Finding> Unpaired(DeliveredTable<ColonRow>? table, DeliveredTable<ColonRow>? other)
    {
        if (table is null || other is null) return [];
        HashSet<string> known = Names(other);
        return table.Rows.Where(row => !known.Contains(row.Name)).DistinctBy(row => row.Name, StringComparer.Ordinal)
            .Select(row => At(
                table, row, $"has the user '{row.Name}', who has no line in '{other.Path}'", "unpaired", $"add a line to {other.Path}, or delete this one"));
    }

    // What a row names must be what a row of the other table is called by.
    private static IEnumerable<Finding> Unknown(
        DeliveredTable<ColonRow>? table, DeliveredTable<ColonRow>? other, Func<ColonRow, string[]> named, Func<ColonRow, string> called, string what)
    {
        if (table is null || other is null) return [];
        HashSet<string> known = [.. other.Rows.Select(called), .. other.Table.Problems.Select(problem => problem.Words)];
        return table.Rows.DistinctBy(row => row.Name, StringComparer.Ordinal).SelectMany(row => named(row)
            .Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name))
            .Select(name => At(
                table, row, $"gives '{row.Name}' the {what} '{name}', which is not in '{other.Path}'", $"{what} {name}", $"add it to {other.Path}, or mend the line")));
    }

    // A row that could not be read is there all the same.
    private static HashSet<string> Names(DeliveredTable<ColonRow> table) =>
        [.. table.Rows.Select(row => row.Name), .. table.Table.Problems.Select(problem => problem.Words)];

    private static Finding At(DeliveredTable<ColonRow> table, ColonRow row, string what, string about, string help) =>
        table.At(Rule, row.Line, what, $"{row.Name} {about}", help);
}
