using System.IO.Enumeration;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// A pattern for image paths: <c>*</c> and <c>?</c> stay within a component, <c>**</c> stands for any number of components;
/// <c>dir/**</c> means everything below <c>dir</c>, but not <c>dir</c> itself.
/// </summary>
public sealed class PathGlob(string pattern)
{
    private const string AnyDepth = "**";

    private readonly string[] parts = Split(pattern);
    private readonly string beginning = Beginning(Split(pattern));

    /// <summary>The pattern as it was written.</summary>
    public string Pattern => pattern;

    /// <summary>Whether <paramref name="path"/> fits. Nothing is allocated: a rule may ask for every entry.</summary>
    public bool Matches(ImagePath path) =>
        !path.IsRoot && path.Text.StartsWith(beginning, StringComparison.Ordinal) && Matches(parts, path.Text);

    // What stands before the last "**" that was met may be matched as early as it can be: only that one is ever tried again.
    private static bool Matches(string[] parts, ReadOnlySpan<char> text)
    {
        int part = 0;
        int at = 0;
        (int Part, int At)? again = null;
        while (at <= text.Length)
        {
            int end = EndOfName(text, at);
            if (part < parts.Length && parts[part] is AnyDepth)
            {
                again = (++part, at);
            }
            else if (part < parts.Length && FileSystemName.MatchesSimpleExpression(parts[part], text[at..end], ignoreCase: false))
            {
                part++;
                at = end + 1;
            }
            else if (again is { } last)
            {
                int next = EndOfName(text, last.At) + 1;
                again = last with { At = next };
                (part, at) = (last.Part, next);
            }
            else
            {
                return false;
            }
        }
        return parts.AsSpan(part).IndexOfAnyExcept(AnyDepth) < 0;
    }

    private static int EndOfName(ReadOnlySpan<char> text, int start)
    {
        int length = text[start..].IndexOf('/');
        return length < 0 ? text.Length : start + length;
    }

    // Up to the first part that is not just a name; most paths are told apart by that.
    private static string Beginning(string[] parts)
    {
        string[] names = [.. parts.TakeWhile(part => part.AsSpan().IndexOfAny("*?\\") < 0)];
        string joined = string.Join('/', names);
        return names.Length is 0 || names.Length == parts.Length ? joined : joined + "/";
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
