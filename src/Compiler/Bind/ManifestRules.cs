using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Bind;

/// <summary>What is found in each manifest by itself.</summary>
internal static class ManifestRules
{
    /// <summary>Binds every manifest of <paramref name="input"/>, with what is wrong with its lines; manifests know nothing of each other yet.</summary>
    public static BoundManifest[] BindAndCheck(CompilationInput input, List<Finding> findings)
    {
        (BoundManifest Manifest, List<Finding> Findings)[] bound = SideBySide.Run(
            [.. input.Manifests.Select<(string Component, SourceText Source), Func<(BoundManifest, List<Finding>)>>(
                manifest => () => BindAndCheck(manifest.Component, manifest.Source, input))],
            input.Manifests.Sum(manifest => manifest.Source.LineCount));
        foreach ((_, List<Finding> found) in bound) findings.AddRange(found);
        return [.. bound.Select(one => one.Manifest)];
    }

    private static (BoundManifest, List<Finding>) BindAndCheck(string component, SourceText source, CompilationInput input)
    {
        var findings = new List<Finding>();
        BoundManifest manifest = Binder.Bind(source, component, input.Variables, findings);
        if (input.Counts(TrailingWhitespace.Rule)) findings.AddRange(TrailingWhitespace.Check(manifest));
        if (input.Counts(Unsorted.Rule)) findings.AddRange(Unsorted.Check(manifest));
        findings.AddRange(UnknownRuleInSuppression.Check(manifest.Syntax));
        findings.AddRange(SuppressionWithoutReason.Check(manifest.Syntax));
        return (manifest, findings);
    }
}
