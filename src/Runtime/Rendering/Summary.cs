using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>The counts of a run in one line.</summary>
internal static class Summary
{
    /// <summary>As <c>2 errors, 1 warning; 3 suppressed</c>.</summary>
    public static string Of(RunFacts run, Verdict verdict, Palette palette)
    {
        Severity[] falling = [Severity.Error, Severity.Warning, Severity.Info];
        string[] counts = [.. falling.Select(severity => Counted(severity, verdict.Count(severity), palette)).Where(text => text.Length > 0)];
        string found = counts.Length == 0 ? palette.Good("no findings") : string.Join(", ", counts);
        if (verdict.Excused.Count > 0) found += Invariant($"; {verdict.Excused.Count} suppressed");
        if (verdict.Baselined.Count > 0) found += Invariant($"; {verdict.Baselined.Count} in the baseline");
        if (verdict.Older.Count > 0) found += Invariant($"; {verdict.Older.Count} were there before");
        return found;
    }

    private static string Counted(Severity severity, int count, Palette palette)
    {
        if (count == 0) return "";
        // "info" has no plural.
        string plural = count == 1 || severity == Severity.Info ? "" : "s";
        return palette.Severe(severity, Invariant($"{count} {SeverityNames.Of(severity)}{plural}"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
