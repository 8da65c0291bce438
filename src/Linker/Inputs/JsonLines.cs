using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Inputs;

/// <summary>
/// An object of JSON with each of its values on a line, and each item of a list on a line of its own: fifteen thousand objects can be read by
/// people, and two such texts be compared line by line.
/// </summary>
internal sealed class JsonLines : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Letters of any script stay readable; this is no HTML.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StreamWriter writer;
    private readonly MemoryStream buffer = new();
    private bool begun;

    /// <summary>Begins an object in <paramref name="output"/>, which is closed with it.</summary>
    public JsonLines(Stream output) => writer = new StreamWriter(output, Utf8, bufferSize: 1 << 16);

    /// <summary>Writes the value <paramref name="name"/>.</summary>
    public void Value(string name, Action<Utf8JsonWriter> write)
    {
        Name(name);
        writer.Write(Text(write));
    }

    /// <summary>Writes the string <paramref name="name"/>.</summary>
    public void Value(string name, string value) => Value(name, json => json.WriteStringValue(Whole(value)));

    /// <summary>Writes the list <paramref name="name"/> of objects.</summary>
    public void List<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        Name(name);
        writer.Write('[');
        bool first = true;
        foreach (T item in items)
        {
            writer.Write(first ? "\n    " : ",\n    ");
            first = false;
            writer.Write(Text(json =>
            {
                json.WriteStartObject();
                write(json, item);
                json.WriteEndObject();
            }));
        }
        writer.Write(first ? "]" : "\n  ]");
    }

    /// <summary><paramref name="text"/> fit for JSON: a byte of a name that is not UTF-8 becomes U+FFFD, because most readers refuse half a surrogate pair.</summary>
    public static string Whole(string text) =>
        text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(EscapedUtf8.Encode(text));

    /// <summary>Ends the object.</summary>
    public void Dispose()
    {
        writer.Write(begun ? "\n}\n" : "{}\n");
        writer.Dispose();
        buffer.Dispose();
    }

    private void Name(string name)
    {
        writer.Write(begun ? ",\n  " : "{\n  ");
        writer.Write($"\"{name}\": ");
        begun = true;
    }

    private string Text(Action<Utf8JsonWriter> write)
    {
        buffer.SetLength(0);
        using (var json = new Utf8JsonWriter(buffer, Compact)) write(json);
        return Utf8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
