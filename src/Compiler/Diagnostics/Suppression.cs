using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// An excuse for findings of one rule (an id, a name, or the beginning of an id): for the objects that <see cref="Paths"/> covers
/// (null for any), or for lines of a file. <see cref="Reason"/> tells the next reader why it is right as it is.
/// </summary>
public sealed record Suppression(string Rule, PathGlob? Paths, string Reason, string? File = null, int Line = 0)
{
    /// <summary>The first of the lines it is for; <see cref="Line"/> is the last.</summary>
    public int FirstLine { get; init; } = Line;

    /// <summary>What the detail key of a finding must be; null for any.</summary>
    public DetailGlob? Detail { get; init; }

    /// <summary>The last day on which it holds; null for no end.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Who answers for it; null where nobody is named.</summary>
    public string? Owner { get; init; }

    /// <summary>The report of the fault; null where none is named.</summary>
    public string? Bug { get; init; }

    /// <summary>Where it names the rule.</summary>
    public Location? Location { get; init; }

    /// <summary>Where its pattern of paths stands, with its quotes; null where it has none.</summary>
    public Location? PathsLocation { get; init; }

    /// <summary>The change of its file that takes it away, and nothing else; null where that is not known.</summary>
    public Fix? Removal { get; init; }

    /// <summary>Whether it stands in a manifest, not in the workspace file.</summary>
    public bool IsInline => File is not null;

    /// <summary>Whether it stands on a line of its own with an empty line behind it, or nothing.</summary>
    public bool IsBeforeNothing => Location is { } at && at.Line < FirstLine
        && (Line > at.Source.LineCount || at.Source.LineAt(Line).Chars.IsWhiteSpace());

    /// <summary>What tells it from others, whatever line it moves to.</summary>
    public string Key => IsInline ? $"{Rule} in {Location?.LineText}" : $"{Rule} {Paths} {Detail}";

    /// <summary>What it is for besides the rule, in words.</summary>
    public string Reach => IsInline ? "its line" : Detail is null ? $"'{Paths}'" : $"'{Paths}' with the detail '{Detail}'";

    /// <summary>Whether it excuses <paramref name="finding"/>. It never excuses what is found about itself.</summary>
    public bool Excuses(Finding finding) =>
        finding.Rule.Matches(Rule) && Covers(finding) && CoversObject(finding) && (Detail?.Matches(finding.DetailKey) ?? true);

    /// <summary>Whether <paramref name="finding"/> is about an object that it is for.</summary>
    public bool CoversObject(Finding finding) => Paths is null || (finding.Subject is { } subject
        && ImagePath.TryParse(subject.Path, out ImagePath path)
        && Paths.Matches(path));

    private bool Covers(Finding finding)
    {
        bool isOfJudgement = finding.Rule.Phase == Phase.Judgement;
        if (!IsInline) return !isOfJudgement || finding.Location is null || finding.Location != Location;
        return finding.Location is { } at
            && at.Line >= FirstLine && at.Line <= Line
            && at.File.Equals(File, StringComparison.Ordinal)
            && !(isOfJudgement && at.Line == Location?.Line);
    }
}
