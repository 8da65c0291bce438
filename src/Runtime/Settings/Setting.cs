namespace ManifestLinker.Runtime.Settings;

/// <summary>A key with the value in force, and who says so: several where they say it together.</summary>
internal sealed record Setting(string Key, SettingValue Value, params IReadOnlyList<Origin> Origins);

/// <summary>Settings under one header: <c>[name]</c>, or <c>[[name]]</c> where it is one of several; the top of the file has no name.</summary>
internal sealed record SettingsTable(string Name, bool IsOneOfSeveral, IReadOnlyList<Setting> Settings);
