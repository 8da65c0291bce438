using System.Buffers;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>Tells what can be written into a manifest: there is no quoting, and a variable would be put in.</summary>
internal static class WrittenWord
{
    private static readonly SearchValues<char> Meaningful = SearchValues.Create(" \t\r\n\0$");

    /// <summary>Whether the line of a file or a directory may name the path <paramref name="text"/>.</summary>
    public static bool CanBePath(string text) => text is [not '#', ..] && !text.AsSpan().ContainsAny(Meaningful);

    /// <summary>Whether a link may have the target <paramref name="text"/>.</summary>
    public static bool CanBeTarget(string text) => text.Length > 0 && !text.Contains('=', StringComparison.Ordinal) && !text.AsSpan().ContainsAny(Meaningful);
}
