using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// Takes the keys of one table. Each key that is asked for is a key the table may have; when all are asked for,
/// <see cref="RejectTheRest"/> reports what is left over.
/// </summary>
internal sealed class SectionReader(string name, TomlTable table, List<ConfigurationProblem> problems)
{
    private readonly List<string> known = [];

    /// <summary>The table, as a message names it: <c>[link]</c>; empty for the top of the file.</summary>
    public string Name => name;

    /// <summary>Where the table begins.</summary>
    public Location Location => table.Location;

    /// <summary>The lines of the table, where it has lines of its own.</summary>
    public LineRange? Lines => table.Lines;

    /// <summary>The entry with this key; null where the table has none.</summary>
    public TomlEntry? Entry(string key)
    {
        if (!known.Contains(key, StringComparer.Ordinal)) known.Add(key);
        return table.Find(key);
    }

    /// <summary>The string under <paramref name="key"/>, neither empty nor blank.</summary>
    public Placed<string>? Text(string key) => Entry(key) is { } entry ? TextOf(entry.Value, $"'{key}'") : null;

    /// <summary>As <see cref="Text"/>; a problem where there is no such key.</summary>
    public Placed<string>? RequiredText(string key, string help)
    {
        if (Entry(key) is { } entry) return TextOf(entry.Value, $"'{key}'");
        Missing($"'{key}'", help);
        return null;
    }

    /// <summary>The string under <paramref name="key"/> as <paramref name="read"/> takes it; null, and a problem from there, where it does not.</summary>
    public Placed<T>? Text<T>(string key, Func<Placed<string>, Placed<T>?> read) => Text(key) is { } text ? read(text) : null;

    /// <summary>The list of strings under <paramref name="key"/>.</summary>
    public IReadOnlyList<Placed<string>>? Texts(string key) => Entry(key) is { } entry ? TextsOf(entry.Value, $"'{key}'") : null;

    /// <summary>The integer under <paramref name="key"/>, at least <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    public Placed<long>? Integer(string key, string unit, long least, long most) =>
        Entry(key) is { } entry ? IntegerOf(entry.Value, $"'{key}'", unit, least, most) : null;

    /// <summary>The integer that <paramref name="value"/> is, in these bounds.</summary>
    public Placed<long>? IntegerOf(TomlValue value, string what, string unit, long least, long most)
    {
        if (value is not TomlInteger integer)
        {
            WrongType(value, what, "an integer", $"write a number of {unit}, without quotes");
            return null;
        }
        if (integer.Value < least || integer.Value > most)
        {
            Report(value.Location, $"{what} is {Invariant(integer.Value)}", $"write a number of {unit} from {Invariant(least)} to {Invariant(most)}");
            return null;
        }
        return new(integer.Value, value.Location);
    }

    /// <summary>The table under <paramref name="key"/>; null where there is none.</summary>
    public SectionReader? Table(string key) => Table(key, $"[{key}]");

    /// <summary>As <see cref="Table(string)"/>, with the full name of the table for messages.</summary>
    public SectionReader? Table(string key, string fullName)
    {
        switch (Entry(key))
        {
            case null:
                return null;
            case { Value: TomlTable found }:
                return new SectionReader(fullName, found, problems);
            case { } entry:
                WrongType(entry.Value, $"'{key}'", "a table", $"write {fullName}, and its keys below");
                return null;
        }
    }

    /// <summary>The tables under <c>[[key]]</c>.</summary>
    public IEnumerable<SectionReader> Tables(string key)
    {
        switch (Entry(key))
        {
            case null:
                return [];
            case { Value: TomlList list }:
                foreach (TomlValue item in list.Items.Where(item => item is not TomlTable))
                    WrongType(item, $"an item of '{key}'", "a table", $"write [[{key}]], and its keys below");
                return list.Items.OfType<TomlTable>().Select(item => new SectionReader($"[[{key}]]", item, problems));
            case { } entry:
                WrongType(entry.Value, $"'{key}'", "a list of tables", $"write [[{key}]] with two brackets");
                return [];
        }
    }

    /// <summary>Every entry, for a table whose keys are the user's.</summary>
    public IReadOnlyList<TomlEntry> All()
    {
        known.AddRange(table.Entries.Select(entry => entry.Key));
        return table.Entries;
    }

    /// <summary>The string that <paramref name="value"/> is, neither empty nor blank.</summary>
    public Placed<string>? TextOf(TomlValue value, string what)
    {
        if (value is not TomlString text)
        {
            WrongType(value, what, "a string", "put it between quotes");
            return null;
        }
        if (string.IsNullOrWhiteSpace(text.Text))
        {
            Report(value.Location, $"{what} is empty", "write something, or delete the key");
            return null;
        }
        return new(text.Text, value.Location);
    }

    /// <summary>The strings that <paramref name="value"/> is a list of.</summary>
    public IReadOnlyList<Placed<string>>? TextsOf(TomlValue value, string what)
    {
        if (value is TomlList { OfTables: false } list)
            return [.. list.Items.Select(item => TextOf(item, $"an item of {what}")).OfType<Placed<string>>()];
        WrongType(value, what, "a list of strings", "put it between brackets: [\"...\"]");
        return null;
    }

    /// <summary>Reports every key that was not asked for, with the nearest that was.</summary>
    public void RejectTheRest()
    {
        foreach (TomlEntry entry in table.Entries.Where(entry => !known.Contains(entry.Key, StringComparer.Ordinal)))
        {
            string kind = entry.Value is TomlTable or TomlList { OfTables: true } ? "table" : "key";
            string place = name.Length == 0 ? "" : $" in {name}";
            Report(
                entry.KeyLocation,
                $"unknown {kind} '{entry.Key}'{place}",
                NearNames.Nearest(entry.Key, known) is { } near ? $"did you mean '{near}'?" : $"known here: {string.Join(", ", known)}");
        }
    }

    /// <summary>Adds a problem.</summary>
    public void Report(Location location, string message, string help, Related? related = null) =>
        problems.Add(new ConfigurationProblem(location, message, help) { Related = related });

    /// <summary>Adds the problem that <paramref name="what"/> is not there.</summary>
    public void Missing(string what, string help) =>
        problems.Add(new ConfigurationProblem(Location, $"{name} lacks {what}", help) { IsAbsence = true });

    /// <summary>Adds the problem that a value is of another type than it must be.</summary>
    public void WrongType(TomlValue value, string what, string expected, string help) =>
        Report(value.Location, $"{what} is {value.Kind}, not {expected}", help);

    private static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
