using System.Diagnostics.CodeAnalysis;
using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3009: An exception from completeness is not needed.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It has the name of its rule, which means no exception of .NET.")]
public static class StaleException
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3009",
        Name = "stale-exception",
        Severity = Severity.Warning,
        Phase = Phase.Resolve,
        Fix = FixSafety.Safe,
        Summary = "An exception from completeness is not needed.",
        Explanation =
            "An entry of except under [[complete]], or a -section or -page of a mancheck.conf, that keeps nothing from being reported is a "
            + "leftover, or is misspelled; and the next object that happens to fit it is missed in silence. mancheck does not tell.",
        Bad = """-page "dsp.7i";                        (there is no such page in the proto area)""",
        Good = "(delete the line)",
    };

    /// <summary>
    /// <paramref name="exemption"/> excuses nothing: nothing fits it, or, where <paramref name="matched"/>, all that fits is delivered.
    /// </summary>
    public static Finding At(Exemption exemption, bool matched)
    {
        string pattern = exemption.Pattern.Pattern;
        return Finding.Of(
            Rule,
            matched ? $"everything that the exception '{pattern}' fits is delivered" : $"the exception '{pattern}' fits nothing in the search directories",
            exemption.Location) with
        {
            Help = "delete it, or mend the pattern",
            Detail = [new("pattern", pattern)],
            DetailKey = pattern,
            Fixes = exemption.Statement is { } statement
                ? [Fix.Of(FixSafety.Safe, "delete it", Deletion(exemption.Location.Source, statement.Start, statement.End))]
                : [],
        };
    }

    // With its line, where nothing else stands in it.
    private static Edit Deletion(SourceText source, int start, int end)
    {
        SourceLine line = source.LineOf(start);
        bool alone = end <= line.End && source.Text.AsSpan(line.Start, start - line.Start).IsWhiteSpace()
            && source.Text.AsSpan(end, line.End - end).IsWhiteSpace();
        return alone ? Edit.DeleteLine(source, line.Number) : new Edit(source, start, end - start, "");
    }
}
