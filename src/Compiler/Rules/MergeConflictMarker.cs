using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1016: A line is left over from a merge.</summary>
public static class MergeConflictMarker
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1016",
        Name = "merge-conflict-marker",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A line is left over from a merge.",
        Explanation =
            "A version control system puts these lines around the two sides of a conflict. What stands between "
            + "them has not been decided.",
        Bad = "<<<<<<< HEAD",
        Good = "(decide which side holds, and delete the markers)",
    };

    /// <summary><paramref name="marker"/> is a conflict marker.</summary>
    public static Finding At(Token marker) => Finding.Of(Rule, "a merge conflict marker", Location.Of(marker)) with
    {
        Help = "decide which side holds, and delete the marker",
        DetailKey = marker.Source.Line(marker.Line).ToString(),
    };
}
