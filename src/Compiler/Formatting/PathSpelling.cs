using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Formatting;

/// <summary>How a path of the image is written.</summary>
internal static class PathSpelling
{
    /// <summary>
    /// The normal spelling of the path <paramref name="word"/>; null where it is normal already, or means something that depends on
    /// symbolic links or variables, is no path of the image, or begins or ends in a way that only what would be taken away keeps
    /// apart from a comment or the end of the line.
    /// </summary>
    public static string? Mended(Token word)
    {
        if (ImagePath.IsNormal(word.Chars) || word.Chars[0] == '/' || word.Chars.Contains('$')) return null;
        if (!ImagePath.TryParse(word.Text, out ImagePath path)) return null;
        if (path.IsRoot) return word.Is(".") ? null : ".";
        return (path.Text[0] == '#' && !IsTarget(word)) || path.Text[^1] == '\r' ? null : path.Text;
    }

    // What follows the '=' of a link begins no comment.
    private static bool IsTarget(Token word) => word.Source.Text[word.Start - 1] == '=';

    /// <summary>What <paramref name="word"/> is sorted by: the same for all spellings of a path, even one that must keep its own.</summary>
    public static string KeyOf(Token word) =>
        ImagePath.IsNormal(word.Chars) || word.Chars[0] == '/' || !ImagePath.TryParse(word.Text, out ImagePath path) ? word.Text
        : path.IsRoot ? "."
        : path.Text;

    /// <summary>The normal spelling of <paramref name="word"/> where it has one, else <paramref name="word"/> itself.</summary>
    public static string Of(Token word) => Mended(word) ?? word.Text;
}
