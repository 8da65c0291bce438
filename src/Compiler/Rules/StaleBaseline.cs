using ManifestLinker.Compiler.Baselines;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0007: A baseline lists what is not found any more.</summary>
public static class StaleBaseline
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0007",
        Name = "stale-baseline",
        Severity = Severity.Info,
        Phase = Phase.Judgement,
        Summary = "A baseline lists what is not found any more.",
        Explanation =
            "A fault that was mended may come back unnoticed as long as the baseline lists it. It is said only where the rule "
            + "was looked for. A gate counts it as a warning or an error: --severity MLC0007=error.",
        Bad = "(a baseline with a finding that the manifests do not have)",
        Good = "(the same after mlc baseline --update)",
    };

    /// <summary><paramref name="entry"/> was found <paramref name="found"/> times only.</summary>
    public static Finding At(BaselineEntry entry, int found) =>
        Finding.Of(Rule, $"the baseline lists {entry.Rule}{(entry.Path is null ? "" : $" for '{entry.Path}'")} {Times(entry.Count)}; it is found {Times(found)}") with
        {
            Help = "mlc baseline --update takes it out",
            Subject = entry.Path is { } path ? new Subject(path, "unknown", null) : null,
            Detail = [new("rule", entry.Rule), new("detail", entry.Detail)],
            DetailKey = $"{entry.Rule} {entry.Detail}",
        };

    private static string Times(int count) => count switch
    {
        0 => "no more",
        1 => "once",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} times"),
    };
}
