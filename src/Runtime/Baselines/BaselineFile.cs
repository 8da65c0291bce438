using System.Text.Encodings.Web;
using System.Text.Json;
using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Baselines;

/// <summary>
/// The form of a baseline in a file: JSON, schema <c>mlc.baseline/1</c>, sorted, an entry on a few lines of its own, so that
/// version control can merge it; with the version of mlc and its rules, since others find other things.
/// </summary>
internal static class BaselineFile
{
    /// <summary>The name of the schema.</summary>
    public const string Schema = "mlc.baseline/1";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <summary><paramref name="baseline"/> as bytes.</summary>
    public static byte[] Write(Baseline baseline)
    {
        using var bytes = new MemoryStream();
        JsonOutput.Write(bytes, json => json.WriteObject(null, () =>
        {
            json.WriteString("schema", Schema);
            Tool.Write(json);
            json.WriteArray("findings", baseline.Entries, entry => json.WriteObject(null, () =>
            {
                json.WriteString("rule", entry.Rule);
                json.WriteString("path", entry.Path);
                json.WriteString("detail", entry.Detail);
                json.WriteNumber("count", entry.Count);
            }));
        }));
        return bytes.ToArray();
    }

    /// <summary>The baseline that <paramref name="bytes"/> are, of the file <paramref name="name"/>. Keys that are not known are left alone.</summary>
    /// <exception cref="UsageException">They are none.</exception>
    public static Baseline Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, Strict);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || Text(root, "schema") is not { } schema) throw Wrong(name, "it has no \"schema\"");
            if (schema != Schema) throw Wrong(name, $"its schema is '{VisibleText.Of(schema)}', not '{Schema}'");
            if (!root.TryGetProperty("findings", out JsonElement findings) || findings.ValueKind != JsonValueKind.Array)
                throw Wrong(name, "it has no list \"findings\"");
            return Baseline.Of([.. findings.EnumerateArray().Select((finding, at) => Entry(name, finding, at + 1))]);
        }
        catch (JsonException wrong)
        {
            throw Wrong(name, string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"it is no JSON at line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}"));
        }
        catch (InvalidOperationException)
        {
            // What a string holds is looked at when it is asked for.
            throw Wrong(name, "a string in it is not UTF-8");
        }
    }

    private static BaselineEntry Entry(string name, JsonElement finding, int number)
    {
        if (finding.ValueKind != JsonValueKind.Object) throw Wrong(name, $"its finding {number} is no object");
        string rule = Text(finding, "rule") ?? throw Wrong(name, $"its finding {number} has no \"rule\"");
        string detail = Text(finding, "detail") ?? throw Wrong(name, $"its finding {number} has no \"detail\"");
        bool hasCount = finding.TryGetProperty("count", out JsonElement count);
        if (!hasCount || count.ValueKind != JsonValueKind.Number || !count.TryGetInt32(out int times) || times < 1)
            throw Wrong(name, $"the \"count\" of its finding {number} is no number from 1 on");
        return new BaselineEntry(rule, Text(finding, "path"), detail, times);
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static UsageException Wrong(string name, string why) =>
        new($"{name} is no baseline: {why}", "mlc baseline writes one");
}
