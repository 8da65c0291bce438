using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace.Shapes;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>
/// Takes the keys of one table. Each key that is asked for is a key the table may have; when all are asked for,
/// <see cref="RejectTheRest"/> reports what is left over. Made from a shape instead of a table, it reads nothing: it takes down
/// which keys are asked for and what is demanded of their values, and gives values that stand for any, so that the same calls that
/// read a file describe it.
/// </summary>
internal sealed partial class SectionReader
{
    // A value that every kind of text can be made of without a fault that matters.
    private const string AnyText = "x";

    private readonly string name;
    private readonly TomlTable table;
    private readonly List<ConfigurationProblem> problems;
    private readonly TableShape? shape;
    private readonly List<string> known = [];

    /// <summary>Reads <paramref name="table"/>; what is wrong goes to <paramref name="problems"/>.</summary>
    public SectionReader(string name, TomlTable table, List<ConfigurationProblem> problems)
    {
        this.name = name;
        this.table = table;
        this.problems = problems;
    }

    /// <summary>Takes down what is asked for, in <paramref name="shape"/>.</summary>
    public SectionReader(string name, TableShape shape)
        : this(name, new TomlTable(new Location(new SourceText("", ""), 1, 1, 1), TomlTableKind.Header), []) => this.shape = shape;

    /// <summary>The table, as a message names it: <c>[link]</c>; empty for the top of the file.</summary>
    public string Name => name;

    /// <summary>Where the table begins.</summary>
    public Location Location => table.Location;

    /// <summary>The lines of the table, where it has lines of its own.</summary>
    public LineRange? Lines => table.Lines;

    /// <summary>The entry with this key; null where the table has none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="about">What the key means, in a sentence or two for people: it becomes part of the schema.</param>
    public TomlEntry? Entry(string key, string? about = null)
    {
        if (!known.Contains(key, StringComparer.Ordinal)) known.Add(key);
        if (shape?.Of(key) is { } described) described.About ??= about;
        return table.Find(key);
    }

    /// <summary>The value under <paramref name="key"/>; null where there is none.</summary>
    public TomlValue? Value(string key, string? about = null)
    {
        TomlValue? value = Entry(key, about)?.Value;
        return shape is null ? value : new TomlStandIn(Location, shape.Of(key));
    }

    /// <summary>The table under <paramref name="key"/>; null where there is none. Messages call it <paramref name="fullName"/>, or else by the key.</summary>
    public SectionReader? Table(string key, string? fullName = null, string? about = null)
    {
        fullName ??= $"[{key}]";
        switch (Value(key, about))
        {
            case null:
                return null;
            case TomlStandIn standIn:
                return new SectionReader(fullName, standIn.Shape.BeTable());
            case TomlTable found:
                return new SectionReader(fullName, found, problems);
            case { } other:
                WrongType(other, $"'{key}'", "a table", $"write {fullName}, and its keys below");
                return null;
        }
    }

    /// <summary>The tables under <c>[[key]]</c>.</summary>
    public IEnumerable<SectionReader> Tables(string key, string? about = null)
    {
        switch (Value(key, about))
        {
            case null:
                return [];
            case TomlStandIn standIn:
                return [new SectionReader($"[[{key}]]", standIn.Shape.BeList().BeTable())];
            case TomlList list:
                foreach (TomlValue item in list.Items.Where(item => item is not TomlTable))
                    WrongType(item, $"an item of '{key}'", "a table", $"write [[{key}]], and its keys below");
                return list.Items.OfType<TomlTable>().Select(item => new SectionReader($"[[{key}]]", item, problems));
            case { } other:
                WrongType(other, $"'{key}'", "a list of tables", $"write [[{key}]] with two brackets");
                return [];
        }
    }

    /// <summary>As <see cref="Tables"/>, at least one.</summary>
    public IReadOnlyList<SectionReader> RequiredTables(string key, string help, string? about = null)
    {
        shape?.Require(key);
        SectionReader[] tables = [.. Tables(key, about)];
        if (shape is not null) shape.Of(key).FewestItems = 1;
        else if (tables.Length == 0 && Entry(key)?.Value is null or TomlList { Items: [] }) Missing($"'{key}'", help);
        return tables;
    }

    /// <summary>Every entry, for a table whose keys are the user's.</summary>
    public IReadOnlyList<TomlEntry> All()
    {
        if (shape is not null) return [new TomlEntry(AnyText, Location, new TomlStandIn(Location, shape.BeOpen().Value))];
        known.AddRange(table.Entries.Select(entry => entry.Key));
        return table.Entries;
    }

    /// <summary>The key of one of <see cref="All"/>.</summary>
    public Placed<string> NameOf(TomlEntry entry) => new(entry.Key, entry.KeyLocation) { Shape = shape?.BeOpen().Name };

    /// <summary>Demands exactly one of two keys that are asked for elsewhere.</summary>
    public void RequireOneOf(string key, string other, string whenMissing, string whenBoth, string helpForBoth)
    {
        shape?.RequireOneOf([key, other]);
        TomlEntry? first = table.Find(key);
        TomlEntry? second = table.Find(other);
        if (first is null && second is null) Missing($"'{key}'", whenMissing);
        if (first is not null && second is not null) Report(second.KeyLocation, whenBoth, helpForBoth, new("first here", first.KeyLocation));
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
                NearNames.Nearest(entry.Key, known) is { } near ? $"did you mean '{near}'?" : $"known here: {string.Join(", ", known)}",
                rule: UnknownConfigKey.Rule);
        }
    }

    /// <summary>Adds a problem: of <see cref="ConfigValue"/>, where no other <paramref name="rule"/> is named.</summary>
    public void Report(Location location, string message, string help, Related? related = null, Rule? rule = null) =>
        problems.Add(new ConfigurationProblem(rule ?? ConfigValue.Rule, location, message, help) { Related = related });

    /// <summary>Adds the problem that <paramref name="what"/> is not there.</summary>
    public void Missing(string what, string help) =>
        problems.Add(new ConfigurationProblem(ConfigValue.Rule, Location, $"{name} lacks {what}", help) { IsAbsence = true });

    /// <summary>Adds the problem that a value is of another type than it must be.</summary>
    public void WrongType(TomlValue value, string what, string expected, string help) =>
        Report(value.Location, $"{what} is {value.Kind}, not {expected}", help, rule: UnknownConfigKey.Rule);
}
