using System.Text;
using ManifestLinker.Runtime.Rendering;
using ManifestLinker.Runtime.Settings;

namespace ManifestLinker.Runtime.Init;

/// <summary>A workspace file as it is being written, from top to bottom.</summary>
internal sealed class TomlDraft
{
    private const int WidestLine = 100;

    private readonly StringBuilder text = new();

    /// <summary>The text so far.</summary>
    public string Text => text.ToString();

    /// <summary>An empty line, but at the top.</summary>
    public TomlDraft Gap()
    {
        if (text.Length > 0) text.Append('\n');
        return this;
    }

    /// <summary>A comment; what could not be seen in it is shown by its number.</summary>
    public TomlDraft Comment(string line)
    {
        text.Append("# ").Append(VisibleText.Of(line)).Append('\n');
        return this;
    }

    /// <summary>The head of a table, as it stands between brackets.</summary>
    public TomlDraft Head(string head)
    {
        text.Append(head).Append('\n');
        return this;
    }

    /// <summary>A key with a text; nothing where there is none.</summary>
    public TomlDraft Key(string key, string? value) => value is null ? this : Line(key, new TextSetting(value));

    /// <summary>A key with a number.</summary>
    public TomlDraft Key(string key, long value) => Line(key, new NumberSetting(value));

    /// <summary>A key with a word of TOML's own, such as true.</summary>
    public TomlDraft Bare(string key, string word)
    {
        text.Append($"{TomlText.Key(key)} = {word}\n");
        return this;
    }

    /// <summary>A key with a list; nothing where it is empty.</summary>
    public TomlDraft Key(string key, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return this;
        string line = $"{TomlText.Key(key)} = {TomlText.Value(SettingValue.Of(values))}";
        if (line.Length <= WidestLine || values.Count == 1) text.Append(line).Append('\n');
        else text.Append($"{TomlText.Key(key)} = [\n{string.Concat(values.Select(value => $"    {TomlText.Value(new TextSetting(value))},\n"))}]\n");
        return this;
    }

    private TomlDraft Line(string key, SettingValue value)
    {
        text.Append($"{TomlText.Key(key)} = {TomlText.Value(value)}\n");
        return this;
    }
}
