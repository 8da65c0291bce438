using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9110: An object differs only in what does nothing: times, build ids, comments, the way it is compressed or a link is spelled.</summary>
public static class SemanticNoise
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9110",
        Name = "semantic-noise",
        Severity = Severity.Info,
        Phase = Phase.Compare,
        Summary = "An object differs only in what does nothing: times, build ids, comments, the way it is compressed or a link is spelled.",
        Explanation =
            "Two builds of the same sources differ in such things. They are told apart from changes that do something, so "
            + "that an image whose differences are all of this kind can be called functionally equal. Of an ELF object the "
            + "loaded contents are compared without build ids and without the places of what is not loaded; of a gzip file "
            + "the inflated content. Texts that hold a date are not looked through: they are changes.",
        Bad = "(usr/bin/frob has another .comment in NEW)",
        Good = "(usr/bin/frob is the same, byte for byte)",
    };

    /// <summary><paramref name="subject"/> differs in nothing but <paramref name="what"/>.</summary>
    public static Finding At(Subject subject, string what) => Finding.Of(Rule, $"{subject.Type} '{subject.Path}' is functionally equal: {what}") with
    {
        Subject = subject,
        Detail = [new("difference", what)],
        DetailKey = what,
    };

    /// <summary><paramref name="count"/> objects differ in nothing but the time of their last modification.</summary>
    public static Finding Times(int count) => Finding.Of(Rule, $"{count} object{(count == 1 ? " differs" : "s differ")} in the time of modification alone") with
    {
        Detail = [new("count", $"{count}")],
        DetailKey = "times",
    };
}
