using System.Buffers;

namespace ManifestLinker.Grammar.Syntax;

/// <summary>How the names of variables are spelled: <c>[A-Za-z_][A-Za-z0-9_]*</c>.</summary>
public static class VariableName
{
    private static readonly SearchValues<char> NameChars =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");

    /// <summary>The length of the longest name at the start of <paramref name="text"/>; 0 where there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || char.IsAsciiDigit(text[0])) return 0;
        int length = text.IndexOfAnyExcept(NameChars);
        return length < 0 ? text.Length : length;
    }

    /// <summary>Whether all of <paramref name="text"/> is one name.</summary>
    public static bool Is(ReadOnlySpan<char> text) => !text.IsEmpty && LengthAt(text) == text.Length;
}
