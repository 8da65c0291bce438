using System.IO.Enumeration;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for image paths: <c>*</c> and <c>?</c> stay within a component, <c>**</c> stands for any number of components;
/// <c>dir/**</c> means everything below <c>dir</c>, but not <c>dir</c> itself.
/// </summary>
public sealed class PathGlob(string pattern) : IPathPattern
{
    private const string AnyDepth = "**";

    private readonly string[] parts = Split(pattern);

    /// <summary>The pattern as it was written.</summary>
    public string Pattern => pattern;

    /// <summary>The place that everything that can fit lies at or below: what stands before the first wildcard.</summary>
    public ImagePath Top => ImagePath.Parse(string.Join('/', parts.TakeWhile(part => part.AsSpan().IndexOfAny('*', '?') < 0)));

    /// <summary>Whether <paramref name="path"/> fits.</summary>
    public bool Matches(ImagePath path) => !path.IsRoot && Matches(parts, path.Text.Split('/'));

    // What stands before the last "**" that was met may be matched as early as it can be: only that one is ever tried again.
    private static bool Matches(string[] parts, string[] names)
    {
        int part = 0;
        int name = 0;
        (int Part, int Name)? again = null;
        while (name < names.Length)
        {
            if (part < parts.Length && parts[part] is AnyDepth)
            {
                again = (++part, name);
            }
            else if (part < parts.Length && FileSystemName.MatchesSimpleExpression(parts[part], names[name], ignoreCase: false))
            {
                part++;
                name++;
            }
            else if (again is { } last)
            {
                again = last with { Name = last.Name + 1 };
                (part, name) = (last.Part, last.Name + 1);
            }
            else
            {
                return false;
            }
        }
        return parts.AsSpan(part).IndexOfAnyExcept(AnyDepth) < 0;
    }

    // At the end "**" stands for one component at least.
    private static string[] Split(string pattern)
    {
        string[] split = pattern.Trim('/').Split('/');
        return split[^1] is AnyDepth ? [.. split, "*"] : split;
    }

    /// <inheritdoc/>
    public override string ToString() => pattern;
}
