using System.Text;

namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>
/// A pattern for what <c>ldd -u</c> says of a search path that is not used: the directory, <c>from</c>, and the object. Here the two are judged
/// by themselves: the object by a glob for its path, the directory by a glob for the detail of a finding.
/// </summary>
internal static class LddMessage
{
    private const string From = @"\ from\ ";

    /// <summary>
    /// The globs for the objects that <paramref name="pattern"/> is about, and those for the directories; none where it has another form, with why
    /// in <paramref name="obstacle"/>.
    /// </summary>
    public static (IReadOnlyList<string> Globs, IReadOnlyList<string> Details) OfSearchPath(string pattern, string machine, out string? obstacle)
    {
        int from = pattern.IndexOf(From, StringComparison.Ordinal);
        if (from < 0)
        {
            obstacle = "it does not say from which object";
            return ([], []);
        }
        string rest = pattern[(from + From.Length)..];
        // The message has an absolute path; a pattern that begins with any character, or any number of them, means the end of one.
        string ofObject = rest.StartsWith(".*", StringComparison.Ordinal) ? rest[2..] : rest.StartsWith('.') ? rest[1..] : rest;
        string[] globs = [.. PatternGlobs.Of(ofObject.StartsWith('/') ? "^" + ofObject[1..] : ofObject, machine, out obstacle)];
        if (ofObject.Length == 0) (globs, obstacle) = (["**"], null);
        if (obstacle is not null) return ([], []);
        IReadOnlyList<string> details = Details(pattern[..from], machine, out obstacle);
        return obstacle is null ? (globs, details) : ([], []);
    }

    // The detail of a finding begins with the directory, and the pattern may begin anywhere.
    private static List<string> Details(string pattern, string machine, out string? obstacle)
    {
        var details = new List<string>();
        foreach (IReadOnlyList<PatternPiece> way in PerlPattern.Parse(pattern, machine, out obstacle))
        {
            var text = new StringBuilder();
            foreach (PatternPiece piece in way.Skip(pattern.StartsWith('/') || pattern.StartsWith(@"\$", StringComparison.Ordinal) ? 1 : 0))
            {
                string glob = piece.Kind switch
                {
                    PieceKind.Literal => piece.Character.ToString(),
                    PieceKind.One => "?",
                    _ => "*",
                };
                if (glob != "*" || text.Length == 0 || text[^1] != '*') text.Append(glob);
            }
            details.Add(text.ToString());
        }
        return details;
    }
}
