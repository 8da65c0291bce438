using ManifestLinker.Compiler.Fixes;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>What a run mended: how many findings, in how many files, and which fixes it held back.</summary>
internal sealed record FixFacts(int Findings, int Files, IReadOnlyList<HeldBack> HeldBack)
{
    /// <summary>The counts, as <c>3 findings in 1 file</c>.</summary>
    public string Counts => $"{Counted(Findings, "finding")} in {Counted(Files, "file")}";

    /// <summary>A line for each fix that was held back: where, and why.</summary>
    public IEnumerable<string> HeldBackLines(FileNames files) => HeldBack.Select(held =>
    {
        string where = held.Finding.Location is { } at ? $"{files.Shown(at.File)}:{at.Line}: " : "";
        string why = held.Brings is { } error ? $"it would bring {error.Rule.Id}: {error.Message}" : "too many others had to be tried first";
        return VisibleText.Of($"{where}the fix of {held.Finding.Rule.Id} ({held.Fix.Title}): {why}");
    });

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
