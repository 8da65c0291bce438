using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Digests;

/// <summary>A file and its hash, as the list states them.</summary>
public readonly record struct Md5Entry(ImagePath Path, Digest Md5);

/// <summary>
/// The list of shipped files, in the format of md5sum (GNU coreutils): 32 hexadecimal digits, two blanks, <c>./</c> and the path. A path
/// with a backslash or a line break has them escaped, and its line begins with a backslash, so that <c>md5sum -c</c> reads it.
/// </summary>
public static class Md5List
{
    private const int HashLength = 16;
    private const string Separator = "  ./";

    /// <summary>The bytes that a list of <paramref name="paths"/> takes; known before any file is read.</summary>
    public static long LengthOf(IEnumerable<ImagePath> paths) =>
        paths.Sum(path => (long)EscapedUtf8.ByteCount(Line(path, "")) + (2 * HashLength));

    /// <summary>Writes the list, in the given order.</summary>
    public static void Write(IEnumerable<Md5Entry> entries, Stream output)
    {
        foreach (Md5Entry entry in entries) output.Write(EscapedUtf8.Encode(Line(entry.Path, entry.Md5.ToString())));
    }

    /// <summary>
    /// Reads a list. Lines that are none are problems, and the rest is read all the same; empty lines say nothing. The leading <c>./</c>
    /// may be missing, and a <c>*</c> may stand for the second blank, as md5sum writes it with <c>-b</c>.
    /// </summary>
    public static (IReadOnlyList<Md5Entry> Entries, IReadOnlyList<ListingProblem> Problems) Parse(ReadOnlySpan<byte> list)
    {
        var entries = new List<Md5Entry>();
        var problems = new List<ListingProblem>();
        int number = 0;
        foreach (Range range in list.Split((byte)'\n'))
        {
            number++;
            ReadOnlySpan<byte> line = list[range];
            if (line.IsEmpty) continue;
            if (ParseLine(EscapedUtf8.Decode(line), out Md5Entry entry) is { } wrong) problems.Add(new ListingProblem(number, wrong));
            else entries.Add(entry);
        }
        return (entries, problems);
    }

    private static string Line(ImagePath path, string hash)
    {
        bool escaped = path.Text.AsSpan().ContainsAny('\\', '\n', '\r');
        return escaped ? $"\\{hash}{Separator}{Escape(path.Text)}\n" : $"{hash}{Separator}{path.Text}\n";
    }

    private static string? ParseLine(string line, out Md5Entry entry)
    {
        entry = default;
        bool escaped = line[0] == '\\';
        ReadOnlySpan<char> rest = line.AsSpan(escaped ? 1 : 0);
        const int PathAt = (2 * HashLength) + 2;
        if (rest.Length <= PathAt) return "the line is too short for a hash, two blanks and a path";
        if (!Digest.TryParse(rest[..(2 * HashLength)], HashLength, out Digest md5)) return "the line does not begin with 32 hexadecimal digits";
        if (rest[PathAt - 2] != ' ' || rest[PathAt - 1] is not (' ' or '*')) return "two blanks must stand between hash and path";
        string? name = escaped ? Unescape(rest[PathAt..]) : rest[PathAt..].ToString();
        if (name is null) return "the path has a backslash that escapes nothing";
        if (!ImagePath.TryParse(name, out ImagePath path)) return $"the path '{name}' has a '..' component";
        if (path.IsRoot) return "the path names no file";
        entry = new Md5Entry(path, md5);
        return null;
    }

    private static string Escape(string path) =>
        path.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("\r", "\\r", StringComparison.Ordinal);

    private static string? Unescape(ReadOnlySpan<char> text)
    {
        var path = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                path.Append(text[i]);
                continue;
            }
            if (++i == text.Length) return null;
            char? meant = text[i] switch { '\\' => '\\', 'n' => '\n', 'r' => '\r', _ => null };
            if (meant is null) return null;
            path.Append(meant);
        }
        return path.ToString();
    }
}
