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
        string line = $"{TomlText.Key(setting.Key)} = {TomlText.Value(setting.Value)}";
        if (setting.Value is not ListSetting list || line.Length <= WidestList) return (line, "", origin);
        return ($"{TomlText.Key(setting.Key)} = [", string.Concat(list.Items.Select(item => $"    {TomlText.Value(item)},\n")) + "]\n", origin);
    }
}
