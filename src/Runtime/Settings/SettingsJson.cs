using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Settings;

/// <summary>Settings for programs: schema <c>mlc.config/1</c>. Within version 1, keys are added and never changed.</summary>
internal static class SettingsJson
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "mlc.config/1";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes <paramref name="tables"/>, which <paramref name="sources"/> say, base first.</summary>
    public static void Write(IReadOnlyList<SettingsTable> tables, IReadOnlyList<string> sources, FileNames files, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteStartArray("files");
            foreach (string source in sources) json.WriteStringValue(JsonText.Of(files.Shown(source)));
            json.WriteEndArray();
            json.WriteStartArray("settings");
            var counts = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (SettingsTable table in tables)
            {
                string prefix = Prefix(table, counts);
                foreach (Setting setting in table.Settings) WriteSetting(json, prefix + setting.Key, setting, files);
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static string Prefix(SettingsTable table, Dictionary<string, int> counts)
    {
        if (table.Name.Length == 0) return "";
        if (!table.IsOneOfSeveral) return table.Name + ".";
        int index = counts.GetValueOrDefault(table.Name);
        counts[table.Name] = index + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{table.Name}[{index}].");
    }

    private static void WriteSetting(Utf8JsonWriter json, string key, Setting setting, FileNames files)
    {
        json.WriteStartObject();
        json.WriteString("key", JsonText.Of(key));
        json.WritePropertyName("value");
        WriteValue(json, setting.Value);
        json.WriteStartArray("origins");
        foreach (Origin origin in setting.Origins) WriteOrigin(json, origin, files);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, SettingValue value)
    {
        switch (value)
        {
            case TextSetting text:
                json.WriteStringValue(JsonText.Of(text.Text));
                break;
            case NumberSetting number:
                json.WriteNumberValue(number.Number);
                break;
            case BooleanSetting boolean:
                json.WriteBooleanValue(boolean.Value);
                break;
            case ListSetting list:
                json.WriteStartArray();
                foreach (SettingValue item in list.Items) WriteValue(json, item);
                json.WriteEndArray();
                break;
        }
    }

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin, FileNames files)
    {
        json.WriteStartObject();
        switch (origin)
        {
            case FileOrigin { Location: var place }:
                json.WriteString("kind", "file");
                json.WriteString("file", JsonText.Of(files.Shown(place.File)));
                json.WriteNumber("line", place.Line);
                json.WriteNumber("column", place.Column);
                break;
            case OptionOrigin { Option: var option }:
                json.WriteString("kind", "option");
                json.WriteString("option", option);
                break;
            case EnvironmentOrigin { Variable: var variable }:
                json.WriteString("kind", "environment");
                json.WriteString("variable", variable);
                break;
            case ProfileOrigin { Profile: var profile }:
                json.WriteString("kind", "profile");
                json.WriteString("profile", profile);
                break;
            default:
                json.WriteString("kind", "default");
                break;
        }
        json.WriteEndObject();
    }
}
