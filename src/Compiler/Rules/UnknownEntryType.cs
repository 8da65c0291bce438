using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1001: A line begins with something other than f, d, s or h.</summary>
public static class UnknownEntryType
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1001",
        Name = "unknown-entry-type",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A line begins with something other than f, d, s or h.",
        Explanation =
            "The first word of a line says what it delivers: f a file, d a directory, s a symbolic link, h a hard "
            + "link. builder prints \"Invalid type\" for any other letter, goes on, and exits 0: the object is "
            + "silently missing from the platform.",
        Bad = "x usr/bin/true 0555 root bin",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary>The first word <paramref name="kind"/> is no entry type.</summary>
    public static Finding At(Token kind)
    {
        string word = kind.ToString();
        bool glued = word[0] is 'f' or 'd' or 's' or 'h' && word.AsSpan().ContainsAny('/', '=');
        return Finding.Of(Rule, $"unknown entry type '{word}'", Location.Of(kind)) with
        {
            Help = glued
                ? $"put a blank after the '{word[0]}'"
                : "a line begins with f (file), d (directory), s (symbolic link) or h (hard link)",
            DetailKey = kind.Source.Line(kind.Line).ToString(),
        };
    }
}
