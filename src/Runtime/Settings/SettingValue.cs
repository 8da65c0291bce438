using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Settings;

/// <summary>A value in force.</summary>
internal abstract record SettingValue
{
    /// <summary>What <paramref name="value"/> is; tables are no values.</summary>
    public static SettingValue Of(TomlValue value) => value switch
    {
        TomlString text => new TextSetting(text.Text),
        TomlDate date => new TextSetting(date.Text),
        TomlBoolean boolean => new BooleanSetting(boolean.Value),
        TomlInteger number => new NumberSetting(number.Value),
        TomlList list => new ListSetting([.. list.Items.Select(Of)]),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "no value"),
    };

    /// <summary>A list of strings.</summary>
    public static ListSetting Of(IEnumerable<string> texts) => new([.. texts.Select(text => new TextSetting(text))]);
}

/// <summary>A string.</summary>
internal sealed record TextSetting(string Text) : SettingValue;

/// <summary>An integer.</summary>
internal sealed record NumberSetting(long Number) : SettingValue;

/// <summary>Yes or no.</summary>
internal sealed record BooleanSetting(bool Value) : SettingValue;

/// <summary>A list.</summary>
internal sealed record ListSetting(IReadOnlyList<SettingValue> Items) : SettingValue;
