using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC0002: An excuse fails to reach what it is probably for.</summary>
public static class MismatchedSuppression
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC0002",
        Name = "mismatched-suppression",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Judgement,
        Summary = "An excuse fails to reach what it is probably for.",
        Explanation =
            "The rule fired, but for another path, with other particulars, or on another line than the excuse says: the object "
            + "was renamed, the pattern is mistyped, or an empty line parts a comment from its entry. The nearest finding is "
            + "named.",
        Bad = """
            # mlc: allow MLC1004 -- 555 since 2011

            f usr/bin/true 555 root bin
            """,
        Good = """
            # mlc: allow MLC1004 -- 555 since 2011
            f usr/bin/true 555 root bin
            """,
    };

    /// <summary>What <paramref name="suppression"/> is probably for, among the <paramref name="findings"/> of its rule; null where none is like it.</summary>
    public static Finding? At(Suppression suppression, IEnumerable<Finding> findings)
    {
        Finding[] fired = [.. findings];
        if (fired.Length == 0) return null;
        if (suppression.IsInline) return OnAnotherLine(suppression, fired[0]);
        return fired.FirstOrDefault(suppression.CoversObject) is { } sameObject
            ? WithOtherParticulars(suppression, sameObject)
            : ForAnotherPath(suppression, fired);
    }

    private static Finding OnAnotherLine(Suppression suppression, Finding near) =>
        Of(suppression, $"'{suppression.Rule}' is allowed on a line where nothing stands", near, "put the comment right before the line it is for");

    private static Finding WithOtherParticulars(Suppression suppression, Finding near) =>
        Of(
            suppression,
            $"'{suppression.Rule}' is allowed for {suppression.Reach}, and was found with the detail '{near.DetailKey}'",
            near,
            "mend the pattern, or leave 'detail' out");

    private static Finding? ForAnotherPath(Suppression suppression, Finding[] fired)
    {
        string pattern = suppression.Paths!.Pattern;
        string[] paths = [.. fired.Select(finding => finding.Subject?.Path).OfType<string>().Distinct(StringComparer.Ordinal)];
        string lastPart = pattern[(pattern.LastIndexOf('/') + 1)..];
        string? path = NearNames.Nearest(pattern, paths)
            ?? paths.Where(path => path.EndsWith("/" + lastPart, StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault();
        if (path is null) return null;
        Finding near = fired.First(finding => finding.Subject?.Path == path);
        Finding found = Of(
            suppression, $"'{suppression.Rule}' is allowed for {suppression.Reach}, and was found for '{path}'", near, $"did you mean '{path}'?");
        return suppression.PathsLocation is { } at && !path.AsSpan().ContainsAny("*?\"\\") && !path.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? found with { Fixes = [Fix.Of(FixSafety.Unsafe, $"make it '{path}'", Rewritten(at, $"\"{path}\""))] }
            : found;
    }

    private static Finding Of(Suppression suppression, string message, Finding near, string help) =>
        Finding.Of(Rule, message, suppression.Location) with
        {
            Help = help,
            Related = near.Location is { } at ? [new Related("found here", at)] : [],
            Detail = near.Subject is { } subject ? [new("rule", suppression.Rule), new("nearest", subject.Path)] : [new("rule", suppression.Rule)],
            DetailKey = suppression.Key,
        };

    private static Edit Rewritten(Location at, string text)
    {
        SourceLine line = at.Source.LineAt(at.Line);
        return new Edit(at.Source, line.Start + at.Column - 1, at.EndColumn - at.Column, text);
    }
}
