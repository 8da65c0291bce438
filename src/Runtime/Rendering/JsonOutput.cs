using System.Text.Encodings.Web;
using System.Text.Json;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>JSON as every format has it: indented, readable in any script, with a line feed at the end.</summary>
internal static class JsonOutput
{
    private const int FlushAt = 65536;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        // This is no HTML: quotes and letters of any script stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes to <paramref name="output"/> what <paramref name="write"/> writes, and leaves the stream open.</summary>
    public static void Write(Stream output, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(output, Options)) write(json);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes <paramref name="items"/> as an array, which need not fit in memory; without a name inside of another array, or at the top.</summary>
    public static void WriteArray<T>(this Utf8JsonWriter json, string? name, IEnumerable<T> items, Action<T> writeItem)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (T item in items)
        {
            writeItem(item);
            if (json.BytesPending > FlushAt) json.Flush();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes an object with what <paramref name="write"/> writes into it; without a name inside of an array, or at the top.</summary>
    public static void WriteObject(this Utf8JsonWriter json, string? name, Action write)
    {
        if (name is null) json.WriteStartObject();
        else json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }
}
