using System.Text.Json;
using ManifestLinker.Compiler.Questions;
using ManifestLinker.Compiler.RunTimeLinker;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Questions;

/// <summary>Edges as JSON: <c>{"from":…,"kind":…,"text":…,"to":…,"foundBy":…,"mayBeMissing":…,"tried":[…]}</c>.</summary>
internal static class EdgeJson
{
    /// <summary>Writes <paramref name="edges"/> as the array <paramref name="name"/>.</summary>
    public static void Write(Utf8JsonWriter json, string name, IEnumerable<Edge> edges) => json.WriteArray(name, edges, edge => json.WriteObject(null, () =>
    {
        json.WriteString("from", JsonText.Of(edge.From.Path.Text));
        json.WriteString("kind", EdgeText.Word(edge.Kind));
        json.WriteString("text", JsonText.Of(edge.Text));
        json.WriteString("to", edge.To is { } found ? JsonText.Of(found.Path.Text) : null);
        json.WriteString("foundBy", edge.FoundBy is { } by ? JsonText.Of(by) : null);
        json.WriteBoolean("mayBeMissing", edge.MayBeMissing);
        json.WriteArray("tried", edge.Attempts, (Attempt tried) => json.WriteObject(null, () =>
        {
            json.WriteString("path", JsonText.Of(tried.Path));
            json.WriteString("why", tried.Why);
        }));
    }));
}
