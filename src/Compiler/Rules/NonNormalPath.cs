using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1008: A path has an empty, '.' or '..' component, or a trailing slash.</summary>
public static class NonNormalPath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1008",
        Name = "non-normal-path",
        Severity = Severity.Warning,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "A path has an empty, '.' or '..' component, or a trailing slash.",
        Explanation =
            "To the sorter \"a\" and \"a/\" are different paths, so a duplicate or a conflict goes unseen. mlc "
            + "compares normalised paths; the spelling is still worth mending. A \"..\" component is an error: what "
            + "it means depends on symbolic links, and builder follows it out of the image.",
        Bad = "d usr/vm/node_modules/macaddr/ 0755 root root",
        Good = "d usr/vm/node_modules/macaddr 0755 root root",
    };

    /// <summary><paramref name="word"/> is another spelling of <paramref name="path"/>.</summary>
    public static Finding At(Token word, ImagePath path) =>
        Finding.Of(Rule, $"the path '{word}' is not normal; it is read as '{path}'", Location.Of(word)) with
        {
            Help = $"write {path}",
            DetailKey = word.ToString(),
            Fixes = PathSpelling.Mended(word) is { } normal ? [Fix.Of(FixSafety.Safe, $"write {normal}", Edit.Replace(word, normal))] : [],
        };

    /// <summary><paramref name="word"/> goes up with "..".</summary>
    public static Finding Climbs(Token word, string what) =>
        Finding.Of(Rule, $"the {what} '{word}' has a '..' component", Location.Of(word)) with
        {
            Severity = Severity.Error,
            Help = "write the path from the root of the image, without '..'",
            DetailKey = word.Source.Line(word.Line).ToString(),
        };

    /// <summary><paramref name="word"/> is the root itself, which only a directory line may be.</summary>
    public static Finding IsRoot(Token word) =>
        Finding.Of(Rule, $"the path '{word}' is the root of the image, which is a directory", Location.Of(word)) with
        {
            Severity = Severity.Error,
            Help = "name the path of the object",
            DetailKey = word.Source.Line(word.Line).ToString(),
        };
}
