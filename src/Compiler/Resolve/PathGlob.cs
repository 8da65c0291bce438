using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for image paths: <c>*</c> and <c>?</c> stay within a component, <c>**</c> stands for any number of components;
/// <c>dir/**</c> means everything below <c>dir</c>, but not <c>dir</c> itself.
/// </summary>
public sealed class PathGlob : IPathPattern
{
    private const string AnyDepth = "**";

    // Null where the part is "**".
    private readonly NamePattern?[] parts;

    // A name that every path that fits has; empty where there is none, and it comes first where the pattern begins with it.
    private readonly string required;
    private readonly bool requiredFirst;

    /// <summary>The pattern that is spelled <paramref name="pattern"/>.</summary>
    public PathGlob(string pattern)
    {
        Pattern = pattern;
        string[] split = Split(pattern);
        parts = [.. split.Select(part => part is AnyDepth ? (NamePattern?)null : new NamePattern(part))];
        int literal = Array.FindIndex(parts, part => part is { IsLiteral: true });
        required = literal < 0 ? "" : split[literal];
        requiredFirst = literal == 0;
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>The place that everything that can fit lies at or below: what stands before the first wildcard.</summary>
    public ImagePath Top => ImagePath.Parse(string.Join('/', Split(Pattern).TakeWhile(part => part.AsSpan().IndexOfAny('*', '?') < 0)));

    /// <summary>Whether <paramref name="path"/> fits.</summary>
    public bool Matches(ImagePath path)
    {
        // Many patterns are tried on every path of a platform; nearly always one of these comparisons is the last.
        ReadOnlySpan<char> text = path.Text;
        if (text.IsEmpty) return false;
        if (requiredFirst ? !text.StartsWith(required, StringComparison.Ordinal) : text.IndexOf(required) < 0) return false;
        return parts[^1]!.Value.Matches(text[(text.LastIndexOf('/') + 1)..]) && Matches(text);
    }

    // What stands before the last "**" that was met may be matched as early as it can be: only that one is ever tried again.
    private bool Matches(ReadOnlySpan<char> text)
    {
        int part = 0;
        int at = 0;
        (int Part, int At)? again = null;
        while (at < text.Length)
        {
            if (part < parts.Length && parts[part] is null)
            {
                again = (++part, at);
            }
            else if (part < parts.Length && parts[part]!.Value.Matches(text[at..End(text, at)]))
            {
                part++;
                at = End(text, at) + 1;
            }
            else if (again is { } last)
            {
                (part, at) = (last.Part, End(text, last.At) + 1);
                again = last with { At = at };
            }
            else
            {
                return false;
            }
        }
        while (part < parts.Length && parts[part] is null) part++;
        return part == parts.Length;
    }

    private static int End(ReadOnlySpan<char> text, int at) => text[at..].IndexOf('/') is >= 0 and int slash ? at + slash : text.Length;

    // At the end "**" stands for one component at least.
    private static string[] Split(string pattern)
    {
        string[] split = pattern.Trim('/').Split('/');
        return split[^1] is AnyDepth ? [.. split, "*"] : split;
    }

    /// <inheritdoc/>
    public override string ToString() => Pattern;
}
