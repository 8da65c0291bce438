using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>The counts of a run in one line.</summary>
internal static class Summary
{
    /// <summary>What stands behind a finding that mlc can mend.</summary>
    public const string Mark = "[*]";

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

    /// <summary>As <c>[*] 3 fixable with --fix, 2 more with --unsafe-fixes</c>; null where nothing is.</summary>
    public static string? OfFixes(Verdict verdict)
    {
        Fixable fixable = Fixable.Of(verdict);
        return fixable switch
        {
            { Safe: 0, Unsafe: 0 } => null,
            { Safe: 0 } => Invariant($"{Mark} {fixable.Unsafe} fixable with --unsafe-fixes"),
            { Unsafe: 0 } => Invariant($"{Mark} {fixable.Safe} fixable with --fix"),
            _ => Invariant($"{Mark} {fixable.Safe} fixable with --fix, {fixable.Unsafe} more with --unsafe-fixes"),
        };
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
