using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>
/// Tells the errors that edits brought from those that were there. An error on a line that could not be read is none of theirs: the
/// line has come to be read, and its next fault to light.
/// </summary>
internal sealed class BroughtErrors
{
    private readonly HashSet<(SourceText Source, int Line)> unread = [];
    private readonly Dictionary<(string Rule, string? Subject), int> known = [];

    /// <summary>Takes what was found <paramref name="before"/> the edits.</summary>
    public BroughtErrors(CheckedTexts before)
    {
        Dictionary<SourceText, BoundManifest> manifests = before.Compilation.Manifests.DistinctBy(manifest => manifest.Syntax.Source).ToDictionary(manifest => manifest.Syntax.Source);
        foreach (Finding error in Errors(before.Verdict.Findings))
        {
            known[Key(error)] = known.GetValueOrDefault(Key(error)) + 1;
            // A line may have an error and be an entry all the same.
            if (error is { Rule.Phase: Phase.Syntax, Location: { } at }
                && manifests.TryGetValue(at.Source, out BoundManifest? manifest)
                && manifest.EntryAt(at.Source.LineAt(at.Line)) is null)
            {
                unread.Add((at.Source, at.Line));
            }
        }
    }

    /// <summary>Those of the findings <paramref name="after"/> that the edits of <paramref name="texts"/> brought.</summary>
    public IReadOnlyList<Finding> Among(IEnumerable<Finding> after, IEnumerable<EditedText> texts)
    {
        Dictionary<SourceText, EditedText> edited = texts.DistinctBy(text => text.After).ToDictionary(text => text.After);
        Dictionary<(string Rule, string? Subject), int> left = new(known);
        var elsewhere = new List<Finding>();
        foreach (Finding error in Errors(after))
        {
            bool stands = error.Location is { } at
                && edited.TryGetValue(at.Source, out EditedText? text)
                && unread.Contains((text.Before, text.OriginOf(at.Line)));
            if (stands) TakeOne(left, error);
            else elsewhere.Add(error);
        }
        return [.. elsewhere.Where(error => !TakeOne(left, error))];
    }

    private static bool TakeOne(Dictionary<(string Rule, string? Subject), int> left, Finding error)
    {
        int count = left.GetValueOrDefault(Key(error));
        if (count > 0) left[Key(error)] = count - 1;
        return count > 0;
    }

    private static IEnumerable<Finding> Errors(IEnumerable<Finding> findings) => findings.Where(finding => finding.Severity == Severity.Error);

    private static (string Rule, string? Subject) Key(Finding error) => (error.Rule.Id, error.Subject?.Path);
}
