using System.IO.Enumeration;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for image paths: <c>*</c> and <c>?</c> stay within a component, <c>**</c> stands for any number of components;
/// <c>dir/**</c> means everything below <c>dir</c>, but not <c>dir</c> itself.
/// </summary>
public sealed class PathGlob(string pattern)
{
    private readonly string[] parts = pattern.Trim('/').Split('/');

    /// <summary>The pattern as it was written.</summary>
    public string Pattern => pattern;

    /// <summary>Whether <paramref name="path"/> fits.</summary>
    public bool Matches(ImagePath path) => !path.IsRoot && Matches(parts, path.Text.Split('/'));

    private static bool Matches(ReadOnlySpan<string> parts, ReadOnlySpan<string> names)
    {
        if (parts.IsEmpty) return names.IsEmpty;
        if (parts[0] is "**")
        {
            if (parts.Length == 1) return !names.IsEmpty;
            for (int skip = 0; skip <= names.Length; skip++)
            {
                if (Matches(parts[1..], names[skip..])) return true;
            }
            return false;
        }
        return !names.IsEmpty
            && FileSystemName.MatchesSimpleExpression(parts[0], names[0], ignoreCase: false)
            && Matches(parts[1..], names[1..]);
    }

    /// <inheritdoc/>
    public override string ToString() => pattern;
}
