using System.Text.Encodings.Web;
using System.Text.Json;

namespace ManifestLinker.Runtime.Workspace.Shapes;

/// <summary>
/// Writes the shape of the workspace file as a JSON schema, draft 7, which is what editors of TOML understand. A schema demands what
/// the reader demands of keys, types, words and bounds; what takes more than a pattern is the reader's alone.
/// </summary>
internal sealed class SchemaWriter
{
    /// <summary>The dialect that the schema is written in.</summary>
    public const string Dialect = "http://json-schema.org/draft-07/schema#";

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Utf8JsonWriter json;
    private readonly List<ValueShape> named = [];

    private SchemaWriter(Utf8JsonWriter json) => this.json = json;

    /// <summary>The schema of a file whose top table is <paramref name="top"/>, as UTF-8; ends with a line feed.</summary>
    public static byte[] Write(TableShape top)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Options)) new SchemaWriter(writer).WriteDocument(top);
        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    private void WriteDocument(TableShape top)
    {
        json.WriteStartObject();
        json.WriteString("$schema", Dialect);
        json.WriteString("title", WorkspaceFile.FileName);
        json.WriteString("description", "The workspace file of mlc: what a platform is made of.");
        WriteKeys(top);
        if (named.Count > 0)
        {
            json.WriteStartObject("definitions");
            // Writing one may bring up the next.
            for (int index = 0; index < named.Count; index++)
            {
                json.WriteStartObject(named[index].Name);
                WriteContent(named[index]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private void WriteKeys(TableShape table)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach ((string key, ValueShape value) in table.Keys) WriteValue(key, value);
        json.WriteEndObject();
        if (table.Names is { } names) WriteValue("propertyNames", names);
        if (table.Values is { } values) WriteValue("additionalProperties", values);
        else json.WriteBoolean("additionalProperties", false);
        if (table.Required.Count > 0) WriteWords("required", table.Required);
        if (table.ExactlyOneOf.Count > 0) WriteExactlyOneOf(table.ExactlyOneOf);
    }

    private void WriteExactlyOneOf(IReadOnlyList<IReadOnlyList<string>> sets)
    {
        json.WriteStartArray("allOf");
        foreach (IReadOnlyList<string> keys in sets)
        {
            json.WriteStartObject();
            json.WriteStartArray("oneOf");
            foreach (string key in keys)
            {
                json.WriteStartObject();
                WriteWords("required", [key]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteValue(string name, ValueShape value)
    {
        json.WriteStartObject(name);
        WriteContent(value);
        json.WriteEndObject();
    }

    private void WriteContent(ValueShape value)
    {
        if (value.About is { } about) json.WriteString("description", about);
        switch (value.Kind)
        {
            case ValueKind.Text or ValueKind.Date:
                json.WriteString("type", "string");
                if (value.Kind is ValueKind.Date) json.WriteString("format", "date");
                if (value.Pattern is { } pattern) json.WriteString("pattern", pattern);
                if (value.Words.Count > 0) WriteWords("enum", value.Words);
                break;
            case ValueKind.Integer:
                json.WriteString("type", "integer");
                if (value.Bounds is { } bounds)
                {
                    json.WriteNumber("minimum", bounds.Least);
                    json.WriteNumber("maximum", bounds.Most);
                }
                break;
            case ValueKind.Boolean:
                json.WriteString("type", "boolean");
                break;
            case ValueKind.List:
                json.WriteString("type", "array");
                if (value.Item is { } item) WriteValue("items", item);
                if (value.FewestItems > 0) json.WriteNumber("minItems", value.FewestItems);
                break;
            case ValueKind.Table:
                WriteKeys(value.Table!);
                break;
            case ValueKind.AnyOf:
                WriteAlternatives(value.Alternatives);
                break;
        }
    }

    private void WriteAlternatives(IReadOnlyList<ValueShape> alternatives)
    {
        json.WriteStartArray("anyOf");
        foreach (ValueShape alternative in alternatives)
        {
            json.WriteStartObject();
            if (alternative.Name.Length == 0) WriteContent(alternative);
            else
            {
                if (!named.Contains(alternative)) named.Add(alternative);
                json.WriteString("$ref", $"#/definitions/{alternative.Name}");
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteWords(string name, IReadOnlyList<string> words)
    {
        json.WriteStartArray(name);
        foreach (string word in words) json.WriteStringValue(word);
        json.WriteEndArray();
    }
}
