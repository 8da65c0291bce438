using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Runtime.Workspace;
using ManifestLinker.Runtime.Workspace.Inheritance;
using ManifestLinker.Runtime.Workspace.Shapes;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Settings;

/// <summary>
/// Every value in force: what is given for a run, else what the workspace file says, else what the profile says or what is built in.
/// The keys and their order are those that the reader of the file describes.
/// </summary>
internal sealed class SettingsInForce
{
    private const string Severities = "rules.severity";
    private const string Runtime = "runtime";

    // What the bases say is shown as theirs; said twice, it would not be the same.
    private static readonly string[] Unshown = [Preamble.ExtendsKey];

    private readonly GivenSettings given;
    private readonly BuiltInSettings builtIn;
    private readonly IReadOnlyList<Setting> levels;
    private readonly List<SettingsTable> tables = [];

    private SettingsInForce(GivenSettings given, BuiltInSettings builtIn, IReadOnlyList<Setting> levels)
    {
        this.given = given;
        this.builtIn = builtIn;
        this.levels = levels;
    }

    /// <summary>The tables with their values; <paramref name="levels"/> has a setting for each rule.</summary>
    public static IReadOnlyList<SettingsTable> Of(WorkspaceFile? workspace, GivenSettings given, Profile profile, IReadOnlyList<Setting> levels)
    {
        var settings = new SettingsInForce(given, new BuiltInSettings(profile), levels);
        settings.Add("", isOneOfSeveral: false, WorkspaceReader.Describe(), workspace?.Table);
        return settings.tables;
    }

    private void Add(string name, bool isOneOfSeveral, TableShape shape, TomlTable? table)
    {
        List<Setting> settings = name == Severities ? [.. levels]
            : shape.Names is not null ? OpenSettings(name, table)
            : [.. shape.Keys.Where(pair => !HoldsTables(pair.Value) && !Unshown.Contains(pair.Key)).Select(pair => InForce(name, pair.Key, table, isOneOfSeveral)).OfType<Setting>()];
        if (settings.Count > 0) tables.Add(new(name, isOneOfSeveral, settings));
        foreach ((string key, ValueShape value) in shape.Keys.Where(pair => HoldsTables(pair.Value)))
        {
            string below = Join(name, key);
            TomlValue? found = table?.Find(key)?.Value;
            if (value.Table is { } keys) Add(below, isOneOfSeveral: false, keys, found as TomlTable);
            if (value.Item?.Table is not { } itemKeys) continue;
            foreach (TomlTable item in (found as TomlList)?.Items.OfType<TomlTable>() ?? []) Add(below, isOneOfSeveral: true, itemKeys, item);
            if (below == Runtime) tables.AddRange(builtIn.RuntimeObjects(below));
        }
    }

    private Setting? InForce(string table, string key, TomlTable? written, bool isOneOfSeveral)
    {
        Setting? said = written?.Find(key) is { } entry ? FromFile(entry) : null;
        if (isOneOfSeveral) return said;
        string name = Join(table, key);
        // Room to spare is for an image that fits its contents; for another it is not in force, whoever says it.
        if (BuiltInSettings.IsRoomToSpare(name) && InForce(table, "size", written, isOneOfSeveral: false) is not { Value: TextSetting }) return null;
        return given.Find(name, said) ?? said ?? (builtIn.Find(name) is { } value ? value with { Key = key } : null);
    }

    private List<Setting> OpenSettings(string name, TomlTable? table)
    {
        Setting[] now = [.. given.Below(name)];
        return [.. (table?.Entries ?? []).Select(FromFile).Where(said => !Array.Exists(now, other => other.Key == said.Key)), .. now];
    }

    private static Setting FromFile(TomlEntry entry) => new(entry.Key, SettingValue.Of(entry.Value), new FileOrigin(entry.Value.Location));

    private static bool HoldsTables(ValueShape value) => value.Table is not null || value.Item?.Table is not null;

    private static string Join(string table, string key) => table.Length == 0 ? key : $"{table}.{key}";
}
