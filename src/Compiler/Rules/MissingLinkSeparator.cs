using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1005: A link has no '=', or nothing on one side of it.</summary>
public static class MissingLinkSeparator
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1005",
        Name = "missing-link-separator",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A link has no '=', or nothing on one side of it.",
        Explanation =
            "A link is one word, path=target. Without a target builder exits in the middle of its work, with the "
            + "image half made.",
        Bad = "s usr/bin/vi vim",
        Good = "s usr/bin/vi=vim",
    };

    /// <summary><paramref name="word"/> lacks <paramref name="what"/>.</summary>
    public static Finding At(Token word, string what) => Finding.Of(Rule, $"the link '{word}' has no {what}", Location.Of(word)) with
    {
        Help = "a link is one word: path=target",
        DetailKey = word.Source.Line(word.Line).ToString(),
    };
}
