using System.Globalization;
using System.Text;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Rendering.Sarif;

/// <summary>
/// What GitHub tells the lines of a file apart by, whatever their numbers: <c>primaryLocationLineHash</c>. Its own upload action
/// computes the same where a report has none (github/codeql-action, <c>src/fingerprints.ts</c>); other ways of uploading do not.
/// </summary>
/// <remarks>
/// A line's hash is that of the 100 UTF-16 code units from its first on, blanks and tabs left out, every line end a line feed, the
/// end of the file U+FFFF and then zeros: a polynomial in 37, modulo 2^64. Lines with the same hash are numbered.
/// </remarks>
internal sealed class LineHashes
{
    private const int Window = 100;
    private const ulong Base = 37;
    private const char End = '\uFFFF';

    private readonly string[] hashes;

    /// <summary>The hashes of the lines of <paramref name="source"/>.</summary>
    public LineHashes(SourceText source)
    {
        // As GitHub decodes the file: bytes that are not UTF-8 are replaced.
        string text = Encoding.UTF8.GetString(EscapedUtf8.Encode(source.Text));
        (string counted, List<int> starts) = Counted(text);
        var seen = new Dictionary<ulong, int>();
        hashes = [.. starts.Select(start => Numbered(Hash(counted.AsSpan(start)), seen))];
    }

    /// <summary>The hash of the line with this number, counted from 1; null where there is no such line.</summary>
    public string? Of(int line) => line <= hashes.Length ? hashes[line - 1] : null;

    // What counts for a hash, and where in it each line begins. A carriage return ends a line, too, alone or before a line feed.
    private static (string Counted, List<int> Starts) Counted(string text)
    {
        var counted = new StringBuilder(text.Length + 1);
        List<int> starts = [];
        bool atStart = true;
        bool wasReturn = false;
        foreach (char unit in text)
        {
            bool isSecondHalf = unit == '\n' && wasReturn;
            wasReturn = unit == '\r';
            if (unit is ' ' or '\t' || isSecondHalf) continue;
            if (atStart) starts.Add(counted.Length);
            atStart = unit is '\n' or '\r';
            counted.Append(atStart ? '\n' : unit);
        }
        if (atStart) starts.Add(counted.Length);
        return (counted.Append(End).ToString(), starts);
    }

    private static ulong Hash(ReadOnlySpan<char> from)
    {
        ulong hash = 0;
        for (int at = 0; at < Window; at++) hash = unchecked((hash * Base) + (at < from.Length ? from[at] : 0UL));
        return hash;
    }

    private static string Numbered(ulong hash, Dictionary<ulong, int> seen)
    {
        int number = seen[hash] = seen.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash:x}:{number}");
    }
}
