namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>
/// Globs for what a pattern fits. What may hold slashes becomes two globs: one where it stays within a name, and one where it
/// does not.
/// </summary>
internal static class PatternGlobs
{
    private const int MostGlobs = 64;
    private const int MostSpans = 4;

    /// <summary>The globs that together fit what <paramref name="pattern"/> fits, in ordinal order; where that cannot be said, why.</summary>
    public static IReadOnlyList<string> Of(string pattern, string machine, out string? obstacle)
    {
        var globs = new SortedSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<PatternPiece> way in PerlPattern.Parse(pattern, machine, out obstacle))
        {
            if (way.Count(piece => piece.Kind == PieceKind.Span) > MostSpans)
            {
                obstacle = $"a glob has no more than {MostSpans} '**'";
                return [];
            }
            foreach (string glob in Spelled(way)) globs.Add(glob);
        }
        if (obstacle is not null) return [];
        obstacle = globs.Count > MostGlobs ? $"it would take more than {MostGlobs} globs" : globs.Count == 0 ? "it fits no path" : null;
        return obstacle is null ? [.. globs] : [];
    }

    private static IEnumerable<string> Spelled(IReadOnlyList<PatternPiece> pieces)
    {
        List<string> ways = [""];
        for (int i = 0; i < pieces.Count; i++)
        {
            PatternPiece piece = pieces[i];
            bool atEnd = i == pieces.Count - 1;
            bool beforeSlash = !atEnd && pieces[i + 1] is { Kind: PieceKind.Literal, Character: '/' };
            ways = [.. ways.SelectMany(way => piece.Kind switch
            {
                PieceKind.Literal => [way + piece.Character],
                PieceKind.One => [way + "?"],
                PieceKind.Run => [Starred(way)],
                _ => Spans(way, atEnd, beforeSlash),
            })];
        }
        return ways.Where(IsPath);
    }

    private static IEnumerable<string> Spans(string way, bool atEnd, bool beforeSlash)
    {
        bool startsName = way.Length == 0 || way.EndsWith('/');
        return (startsName, atEnd, beforeSlash) switch
        {
            // Everything below, but no path ends in a slash.
            (true, true, _) => [way + "**"],
            (false, true, _) => [Starred(way), Starred(way) + "/**"],
            // Between two slashes there is a name at least.
            (true, _, true) => [way + "*/**"],
            (false, _, true) => [Starred(way) + "/**"],
            (true, _, _) => [way + "**/*"],
            _ => [Starred(way), Starred(way) + "/**/*"],
        };
    }

    private static string Starred(string way) => way.EndsWith('*') ? way : way + "*";

    // What begins or ends with a slash, or has two in a row, is no path of an image.
    private static bool IsPath(string glob) =>
        glob.Length > 0 && !glob.Split('/').Any(part => part is "" or "." or "..");
}
