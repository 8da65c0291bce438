namespace ManifestLinker.Runtime.Settings;

/// <summary>The values that are given for one run, on the command line or in the environment, by their full names.</summary>
internal sealed class GivenSettings
{
    private readonly List<(Setting Setting, bool Adds)> given = [];

    /// <summary>A value in place of what the file says.</summary>
    public void Replace(string name, SettingValue value, Origin origin) => given.Add((new(name, value, origin), false));

    /// <summary>More items of a list.</summary>
    public void Extend(string name, ListSetting more, Origin origin) => given.Add((new(name, more, origin), true));

    /// <summary>The value of a key in force, where it is given; <paramref name="said"/> is what the file says.</summary>
    public Setting? Find(string name, Setting? said)
    {
        (Setting? setting, bool adds) = given.FindLast(entry => entry.Setting.Key == name);
        if (setting is null) return null;
        string key = name[(name.LastIndexOf('.') + 1)..];
        if (!adds || said is not { Value: ListSetting before } || setting.Value is not ListSetting more) return setting with { Key = key };
        return new(key, new ListSetting([.. before.Items, .. more.Items]), [.. said.Origins, .. setting.Origins]);
    }

    /// <summary>All that is given below a table whose keys are the user's; the last of several counts.</summary>
    public IEnumerable<Setting> Below(string table) => given
        .Where(entry => entry.Setting.Key.StartsWith(table + ".", StringComparison.Ordinal))
        .Select(entry => entry.Setting with { Key = entry.Setting.Key[(table.Length + 1)..] })
        .GroupBy(setting => setting.Key, StringComparer.Ordinal)
        .Select(group => group.Last());
}
