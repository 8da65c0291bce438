using System.Text;

namespace ManifestLinker.Compiler.Smf;

/// <summary>
/// The bytes of an XML file as text, by the rules of XML: UTF-16 where a byte order mark says so, otherwise the encoding that the first
/// line names, otherwise UTF-8. Of the encodings with one byte for a character only those that are ASCII below 128 occur; what lies above is
/// read as Latin-1, which keeps places right.
/// </summary>
internal static class XmlText
{
    // The declaration must be the very first thing, and is ASCII.
    private const int LongestDeclaration = 256;

    /// <summary>The text of <paramref name="bytes"/>; a fault where they are not what they say they are.</summary>
    public static (string Text, XmlFault? Fault) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return (Encoding.Unicode.GetString(bytes[2..]), null);
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return (Encoding.BigEndianUnicode.GetString(bytes[2..]), null);
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        if (!IsUtf8(DeclaredEncoding(bytes))) return (Encoding.Latin1.GetString(bytes), null);
        string text = Encoding.UTF8.GetString(bytes);
        int wrong = FirstWrong(bytes);
        return (text, wrong < 0 ? null : new XmlFault(PlaceAt(bytes[..wrong]), "there are bytes that are no UTF-8"));
    }

    private static bool IsUtf8(string encoding) => encoding.Length == 0
        || encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || encoding.Equals("utf8", StringComparison.OrdinalIgnoreCase);

    private static string DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LongestDeclaration)]);
        int end = head.IndexOf("?>", StringComparison.Ordinal);
        int at = head.IndexOf("encoding", StringComparison.Ordinal);
        if (!head.StartsWith("<?xml", StringComparison.Ordinal) || end < 0 || at < 0 || at > end) return "";
        string[] quoted = head[at..end].Split(['"', '\'']);
        return quoted.Length > 1 ? quoted[1] : "";
    }

    private static int FirstWrong(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at < bytes.Length;)
        {
            if (Rune.DecodeFromUtf8(bytes[at..], out _, out int length) != System.Buffers.OperationStatus.Done) return at;
            at += length;
        }
        return -1;
    }

    private static XmlPlace PlaceAt(ReadOnlySpan<byte> before) =>
        new(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
}
