using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1006: A link has more than one '='.</summary>
public static class MultipleEquals
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1006",
        Name = "multiple-equals",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A link has more than one '='.",
        Explanation =
            "Today's readers disagree: builder splits at the first '=' and links to the text behind it, \"=x\" for "
            + "\"a==x\"; the others refuse the line. A merge once left \"mbrtowc.3c==mbrtoc16.3c\" behind, and the page "
            + "became a dangling link.",
        Bad = "s usr/share/man/man3c/mbrtowc.3c==mbrtoc16.3c",
        Good = "s usr/share/man/man3c/mbrtowc.3c=mbrtoc16.3c",
    };

    /// <summary>A second '=' stands at <paramref name="second"/>.</summary>
    public static Finding At(Token second) => Finding.Of(Rule, "a second '=' in a link", Location.Of(second)) with
    {
        Help = "a link is path=target, and neither may contain '='",
        DetailKey = second.Source.Line(second.Line).ToString(),
    };
}
