using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Import;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9205: Of several mediated links one was taken.</summary>
public static class ImportChoice
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9205",
        Name = "import-choice",
        Severity = Severity.Info,
        Phase = Phase.Import,
        Summary = "Of several mediated links one was taken.",
        Explanation =
            "Packages may deliver the same link to different targets, and the administrator chooses among them. "
            + "An image has one: that of the highest priority, then the greatest version, then the greatest version "
            + "of an implementation, then the first by name, as pkg(7) has it.",
        Bad = "link path=usr/bin/perl target=../perl5/5.36/bin/perl mediator=perl mediator-version=5.36 (and 5.38)",
        Good = "link path=usr/bin/perl target=../perl5/5.38/bin/perl mediator=perl mediator-version=5.38",
    };

    /// <summary><paramref name="left"/> is not delivered, because <paramref name="choice"/> was chosen, for which there is <paramref name="taken"/>, or no link.</summary>
    public static Finding At(ImportedLink left, ImportedLink? taken, string choice) => Finding.Of(
        Rule,
        taken is null ? $"the link '{left.Line}' is left out: {choice} has none" : $"of the links '{left.Path}' the one to '{taken.Target}' was taken, not the one to '{left.Target}'",
        left.Location) with
    {
        Help = "--mediator NAME=VERSION, or NAME=IMPLEMENTATION, takes another",
        Subject = left.Subject,
        Related = taken?.Location is null ? [] : [new Related("this one was taken", taken.Location)],
        DetailKey = $"{left.Line}\n{choice}",
    };
}
