using System.Text;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>
/// Text that may come from bytes which are not UTF-8, made fit for JSON: such a byte is written by its number, as in
/// <see cref="VisibleText"/>, because half a surrogate pair is refused by most readers, and one bad name would cost the whole
/// report. Everything else is the writer's to escape.
/// </summary>
internal static class JsonText
{
    /// <summary>Whether <paramref name="text"/> can be written as it is.</summary>
    public static bool IsExact(string text) => Of(text).Equals(text, StringComparison.Ordinal);

    /// <summary><paramref name="text"/> without halves of surrogate pairs.</summary>
    public static string Of(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var whole = new StringBuilder(text.Length + 16);
        for (int at = 0; at < text.Length;)
        {
            bool isPair = Rune.DecodeFromUtf16(text.AsSpan(at), out _, out int consumed) == System.Buffers.OperationStatus.Done;
            if (isPair) whole.Append(text, at, consumed);
            else whole.Append(VisibleText.At(text.AsSpan(at), out consumed));
            at += consumed;
        }
        return whole.ToString();
    }
}
