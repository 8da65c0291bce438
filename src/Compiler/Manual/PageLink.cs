using System.Text;

namespace ManifestLinker.Compiler.Manual;

/// <summary>
/// Reads where a page that only stands for another one leads: its first request is <c>.so man1/x.1</c>, after comments at most.
/// </summary>
public static class PageLink
{
    /// <summary>No page that stands for another one is longer, in bytes; what is longer is not looked into.</summary>
    public const int LongestPage = 2048;

    /// <summary>The text behind <c>.so</c> in <paramref name="page"/>, which may be any bytes; null where it does not begin so.</summary>
    public static string? TargetOf(ReadOnlySpan<byte> page)
    {
        while (!page.IsEmpty)
        {
            int end = page.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? page : page[..end]).Trim(" \t\r"u8);
            page = end < 0 ? [] : page[(end + 1)..];
            if (line.IsEmpty || IsComment(line)) continue;
            if (!line.StartsWith(".so "u8) && !line.StartsWith(".so\t"u8)) return null;
            ReadOnlySpan<byte> target = line[4..].Trim(" \t"u8);
            int blank = target.IndexOfAny(" \t"u8);
            return Encoding.Latin1.GetString(blank < 0 ? target : target[..blank]) is { Length: > 0 } text ? text : null;
        }
        return null;
    }

    // As roff has them: .\" at the beginning of a line, '\" that names preprocessors, or a lone \".
    private static bool IsComment(ReadOnlySpan<byte> line) =>
        line.StartsWith(".\\\""u8) || line.StartsWith("'\\\""u8) || line.StartsWith("\\\""u8) || line.SequenceEqual("."u8);
}
