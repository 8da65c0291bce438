using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1019: A line begins with a blank.</summary>
public static class LeadingBlank
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1019",
        Name = "leading-blank",
        Severity = Severity.Info,
        Fix = FixSafety.Safe,
        Phase = Phase.Syntax,
        Summary = "A line begins with a blank.",
        Explanation =
            "builder would take the blank as the type and ignore the line; only because the sorter strips it "
            + "first does the entry ship.",
        Bad = " f etc/motd 0644 root sys",
        Good = "f etc/motd 0644 root sys",
    };

    /// <summary>The line that begins with <paramref name="first"/> is indented.</summary>
    public static Finding At(Token first) =>
        Finding.Of(Rule, "the line begins with a blank", new Location(first.Source, first.Line, 1, first.Column)) with
        {
            Help = "begin the line in the first column",
            DetailKey = first.Source.Line(first.Line).ToString(),
            Fixes = [Fix.Of(FixSafety.Safe, "take the blanks away", new Edit(first.Source, first.SourceLine.Start, first.Column - 1, ""))],
        };
}
