using System.Globalization;
using System.Text;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Settings;

/// <summary>Settings as TOML: a workspace file that says all of it, with where each value comes from in a comment.</summary>
internal static class SettingsText
{
    private const int WidestForComment = 60;
    private const int WidestList = 80;

    /// <summary>The text of <paramref name="tables"/>, which <paramref name="sources"/> say, base first; names of files as <paramref name="files"/> shows them. Ends with a line feed.</summary>
    public static string Of(IReadOnlyList<SettingsTable> tables, IReadOnlyList<string> sources, FileNames files)
    {
        var text = new StringBuilder();
        if (sources.Count > 1) text.Append($"# {VisibleText.Of(files.Shown(sources[^1]))} extends {string.Join(", ", sources.SkipLast(1).Select(source => VisibleText.Of(files.Shown(source))))}\n");
        foreach (SettingsTable table in tables)
        {
            if (text.Length > 0) text.Append('\n');
            if (table.Name.Length > 0) text.Append(table.IsOneOfSeveral ? $"[[{table.Name}]]\n" : $"[{table.Name}]\n");
            (string Line, string More, string Origin)[] lines = [.. table.Settings.Select(setting => Line(setting, files))];
            int width = Math.Min(WidestForComment, lines.Max(line => line.Line.Length));
            foreach ((string line, string more, string origin) in lines) text.Append($"{line.PadRight(width)}  # {origin}\n{more}");
        }
        return text.ToString();
    }

    private static (string Line, string More, string Origin) Line(Setting setting, FileNames files)
    {
        string origin = string.Join(", ", setting.Origins.Select(origin => origin.Text(files)));
        string line = $"{Key(setting.Key)} = {Value(setting.Value)}";
        if (setting.Value is not ListSetting list || line.Length <= WidestList) return (line, "", origin);
        return ($"{Key(setting.Key)} = [", string.Concat(list.Items.Select(item => $"    {Value(item)},\n")) + "]\n", origin);
    }

    private static string Key(string key) =>
        key.Length > 0 && key.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '-' or '_') ? key : Quoted(key);

    private static string Value(SettingValue value) => value switch
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
