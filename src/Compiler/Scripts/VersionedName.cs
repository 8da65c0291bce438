using System.Buffers;

namespace ManifestLinker.Compiler.Scripts;

/// <summary>
/// The path of an interpreter that names a version of a language: <c>python2.7</c> by the file, <c>/usr/node/16/bin/node</c> by a
/// directory. Platforms change these versions, and each change leaves scripts behind that name the old one.
/// </summary>
/// <param name="Language">The language, as its interpreter is called without a version: <c>python</c>.</param>
public sealed record VersionedName(string Language)
{
    private static readonly string[] Languages = ["guile", "lua", "node", "perl", "php", "python", "ruby", "tclsh", "wish"];

    private static readonly SearchValues<char> OfVersion = SearchValues.Create("0123456789.");

    /// <summary>The language and version that <paramref name="path"/>, or a single name, names; null where it names none.</summary>
    public static VersionedName? Of(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        if (LanguageOf(name) is not { } language) return null;
        bool byDirectory = path.Split('/').SkipLast(1).Any(IsVersion);
        return name.Length > language.Length || byDirectory ? new(language) : null;
    }

    /// <summary>The language that a program called <paramref name="name"/> is the interpreter of, whatever the version; null where it is of none.</summary>
    public static string? LanguageOf(string name) => Languages.FirstOrDefault(language =>
        name.StartsWith(language, StringComparison.Ordinal) && (name.Length == language.Length || IsVersion(name.AsSpan(language.Length))));

    /// <summary>Whether <paramref name="name"/> is a version, with or without a language: <c>16</c>, <c>python3</c>.</summary>
    public static bool IsVersion(string name) => IsVersion(WithoutLanguage(name));

    private static ReadOnlySpan<char> WithoutLanguage(string directory)
    {
        foreach (string language in Languages)
        {
            if (directory.StartsWith(language, StringComparison.Ordinal)) return directory.AsSpan(language.Length);
        }
        return directory;
    }

    // 2.7, 16, -5.1: what begins with a digit and has nothing but digits and dots.
    private static bool IsVersion(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("-")) text = text[1..];
        return !text.IsEmpty && char.IsAsciiDigit(text[0]) && text.IndexOfAnyExcept(OfVersion) < 0;
    }
}
