using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Bind;

/// <summary>Reads words as paths of the image.</summary>
internal static class PathBinder
{
    /// <summary>
    /// The path that <paramref name="text"/>, the expanded text of <paramref name="word"/>, spells; null where it spells none
    /// and the line delivers nothing. What is odd about the spelling is a finding either way.
    /// </summary>
    public static ImagePath? Bind(Token word, string text, string what, ICollection<Finding> findings)
    {
        if (text.StartsWith('/'))
        {
            findings.Add(AbsolutePath.At(word, what));
            return null;
        }
        if (!ImagePath.TryParse(text, out ImagePath path))
        {
            findings.Add(NonNormalPath.Climbs(word, what));
            return null;
        }
        if (!ImagePath.IsNormal(text) && !path.IsRoot) findings.Add(NonNormalPath.At(word, path));
        if (PathTooLong.Check(word, path) is { } tooLong) findings.Add(tooLong);
        return path;
    }
}
