using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC3013: A search directory does not exist.</summary>
public static class SearchDirMissing
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC3013",
        Name = "search-dir-missing",
        Severity = Severity.Error,
        Phase = Phase.Resolve,
        Summary = "A search directory does not exist.",
        Explanation =
            "Today a missing overlay counts as an empty one, and what it should have hidden ships.",
        Bad = "mlc check --search overlay/gneric --search proto",
        Good = "mlc check --search overlay/generic --search proto",
    };

    /// <summary>There is no directory <paramref name="directory"/>.</summary>
    public static Finding At(string directory) => Finding.Of(Rule, $"the search directory '{directory}' does not exist") with
    {
        Help = "build it first, or take it out of the search path",
        Detail = [new("directory", directory)],
        DetailKey = directory,
    };
}
