using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1007: A path begins with a slash.</summary>
public static class AbsolutePath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1007",
        Name = "absolute-path",
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "A path begins with a slash.",
        Explanation =
            "Paths are relative to the root of the image. builder takes an absolute path as it is: it writes to "
            + "the build host, as root, or links the host's file into the image.",
        Bad = "f /usr/bin/true 0555 root bin",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary><paramref name="word"/> begins with a slash.</summary>
    public static Finding At(Token word, string what)
    {
        string rest = word.ToString().TrimStart('/');
        int slashes = word.Length - rest.Length;
        // The slashes may come from a variable; and a word cannot be empty, or begin as a comment does.
        bool strips = slashes > 0 && rest is [not '#', ..];
        return Finding.Of(Rule, $"the {what} '{word}' begins with '/'", Location.Of(word)) with
        {
            Help = $"paths are relative to the root of the image: write {(rest.Length > 0 ? rest : ".")}",
            DetailKey = word.Source.Line(word.Line).ToString(),
            Fixes = strips ? [Fix.Of(FixSafety.Safe, $"write {rest}", Edit.Replace(word.Slice(0, slashes), ""))] : [],
        };
    }
}
