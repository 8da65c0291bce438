using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Differences;

/// <summary>MLC9107: A library no longer offers a symbol or a version that it offered.</summary>
public static class AbiRemovedSymbol
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9107",
        Name = "abi-removed-symbol",
        Severity = Severity.Error,
        Phase = Phase.Compare,
        Summary = "A library no longer offers a symbol or a version that it offered.",
        Explanation =
            "Programs and libraries that were built against the older platform are in zones and packages, and are not built "
            + "again. One that wants a symbol or version that is gone does not start, or ends when it first calls it. What "
            + "only private versions offer (SUNWprivate, ILLUMOSprivate) is for the platform itself, and information. The "
            + "names of symbols are compared, not what they mean.",
        Bad = "(libfoo.so.1 exports foo_open in OLD, and not in NEW)",
        Good = "(NEW exports foo_open as well)",
    };

    private const int Shown = 5;

    /// <summary>Whether <paramref name="version"/> is for the platform itself.</summary>
    public static bool IsPrivate(string version) =>
        version.StartsWith("SUNWprivate", StringComparison.Ordinal) || version.StartsWith("ILLUMOSprivate", StringComparison.Ordinal);

    /// <summary>The library <paramref name="subject"/> defines <paramref name="version"/> no more.</summary>
    public static Finding Version(Subject subject, string version) =>
        Gone(subject, $"library '{subject.Path}' defines the version '{version}' no more", IsPrivate(version), [new("version", version)], $"version {version}");

    /// <summary>The library <paramref name="subject"/> exports <paramref name="names"/> no more, which were for the platform itself where they were <paramref name="isPrivate"/>.</summary>
    public static Finding Symbols(Subject subject, IReadOnlyList<string> names, bool isPrivate)
    {
        string more = names.Count > Shown ? $" and {names.Count - Shown} more" : "";
        return Gone(
            subject,
            $"library '{subject.Path}' exports {(isPrivate ? "private " : "")}symbols no more: {string.Join(", ", names.Take(Shown))}{more}",
            isPrivate,
            [new("count", $"{names.Count}"), new("symbols", string.Join(' ', names))],
            $"symbols {string.Join(' ', names)}");
    }

    private static Finding Gone(Subject subject, string message, bool isPrivate, IReadOnlyList<KeyValuePair<string, string>> detail, string key) =>
        Finding.Of(Rule, message) with
        {
            Severity = isPrivate ? Severity.Info : Rule.Severity,
            Subject = subject,
            Help = isPrivate ? null : "keep it, or give the library another name",
            Detail = detail,
            DetailKey = key,
        };
}
