using ManifestLinker.Compiler.Diagnostics;

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

    /// <summary>For <paramref name="path"/> the link at <paramref name="taken"/> won over the one at <paramref name="left"/>.</summary>
    public static Finding At(string path, string target, string other, Location taken, Location left) =>
        Finding.Of(Rule, $"of the links '{path}' the one to '{target}' was taken, not the one to '{other}'", left) with
        {
            Help = "--mediator NAME=VERSION, or NAME=IMPLEMENTATION, takes another",
            Subject = new Subject(path, "symlink", null),
            Related = [new Related("this one was taken", taken)],
            DetailKey = other,
        };
}
