using System.Globalization;
using System.Text;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Settings;

/// <summary>Keys and values as TOML has them.</summary>
internal static class TomlText
{
    /// <summary><paramref name="key"/>, in quotes where it needs them.</summary>
    public static string Key(string key) =>
        key.Length > 0 && key.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_') ? key : Quoted(key);

    /// <summary><paramref name="value"/> on one line.</summary>
    public static string Value(SettingValue value) => value switch
    {
        NumberSetting number => number.Number.ToString(CultureInfo.InvariantCulture),
        BooleanSetting boolean => boolean.Value ? "true" : "false",
        ListSetting list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        TextSetting text => Quoted(text.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "no value"),
    };

    // What a terminal would obey, or nobody could see, is written as an escape.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (Rune rune in JsonText.Of(text).EnumerateRunes())
        {
            string plain = rune.ToString();
            if (plain is "\"" or "\\") quoted.Append('\\').Append(plain);
            else if (VisibleText.Of(plain) == plain) quoted.Append(plain);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}");
        }
        return quoted.Append('"').ToString();
    }
}
