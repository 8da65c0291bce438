using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9201: A line of a foreign description cannot be read.</summary>
public static class ImportSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9201",
        Name = "import-syntax",
        Severity = Severity.Error,
        Phase = Phase.Import,
        Summary = "A line of a foreign description cannot be read.",
        Explanation =
            "The line has a form that its own tools refuse, too. What it means to deliver is not known, so it "
            + "would be missing from the platform. Converters that look for a few words and ignore the rest lose "
            + "such lines without a word.",
        Bad = "file path=usr/bin/ls mode",
        Good = "file path=usr/bin/ls mode=0555",
    };

    /// <summary><paramref name="what"/> is wrong <paramref name="at"/> a place of a foreign description.</summary>
    public static Finding At(string what, Location at, string help) => Finding.Of(Rule, what, at) with
    {
        Help = help,
        DetailKey = $"{at.File}\n{at.LineText}\n{what}",
    };
}
