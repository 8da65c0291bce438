using System.Buffers;
using System.Text;

namespace ManifestLinker.Grammar.Source;

/// <summary>
/// Text from bytes that need not be UTF-8, and back, with nothing lost: a byte that is no part of valid UTF-8 becomes the
/// lone surrogate U+DC00 + byte, as in Python's <c>surrogateescape</c>. Manifests, directory entries and archive members
/// all come as bytes; this is the one place that turns them into strings.
/// </summary>
public static class EscapedUtf8
{
    private const int EscapeBase = 0xDC00;

    /// <summary>Decodes <paramref name="bytes"/>; never fails.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes)) return Encoding.ASCII.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        Span<char> units = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int consumed) == OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
            }
            else
            {
                // The replacement stands for every byte of the ill-formed sequence.
                foreach (byte bad in bytes[..consumed]) text.Append((char)(EscapeBase + bad));
            }
            bytes = bytes[consumed..];
        }
        return text.ToString();
    }

    /// <summary>The bytes that <see cref="Decode"/> made <paramref name="text"/> from.</summary>
    public static byte[] Encode(ReadOnlySpan<char> text)
    {
        var bytes = new byte[ByteCount(text)];
        int at = 0;
        while (!text.IsEmpty)
        {
            if (IsEscape(text[0]))
            {
                bytes[at++] = (byte)(text[0] - EscapeBase);
                text = text[1..];
                continue;
            }
            _ = Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            at += rune.EncodeToUtf8(bytes.AsSpan(at));
            text = text[consumed..];
        }
        return bytes;
    }

    /// <summary>How many bytes <see cref="Encode"/> gives.</summary>
    public static int ByteCount(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return text.Length;
        int count = 0;
        while (!text.IsEmpty)
        {
            if (IsEscape(text[0]))
            {
                count++;
                text = text[1..];
                continue;
            }
            _ = Rune.DecodeFromUtf16(text, out Rune rune, out int consumed);
            count += rune.Utf8SequenceLength;
            text = text[consumed..];
        }
        return count;
    }

    /// <summary>Whether <paramref name="unit"/> stands for a byte that is no part of valid UTF-8.</summary>
    public static bool IsEscape(char unit) => unit is >= (char)0xDC80 and <= (char)0xDCFF;
}
