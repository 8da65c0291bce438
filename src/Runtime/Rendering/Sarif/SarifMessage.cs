using System.Text.Json;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>Texts in SARIF.</summary>
internal static class SarifMessage
{
    /// <summary>Writes a message that is <paramref name="text"/> and nothing else.</summary>
    public static void WriteMessage(this Utf8JsonWriter json, string name, string text) =>
        json.WriteObject(name, () => json.WriteString("text", Literal(VisibleText.Of(text))));

    // "[words](place)" is a link even in plain text (section 3.11.6), and a file may be called so.
    private static string Literal(string text) => text.Contains("](", StringComparison.Ordinal)
        ? text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal)
        : text;
}
