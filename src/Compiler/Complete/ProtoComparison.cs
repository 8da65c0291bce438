using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Complete;

/// <summary>The checks that compare the union with the search directories, after every entry has its source. What nobody asks for is not looked for.</summary>
internal static class ProtoComparison
{
    /// <summary>Adds what is wrong to <paramref name="findings"/>.</summary>
    public static void Check(
        CompilationInput input, Union union, ImageNamespace image, IReadOnlyList<ResolvedEntry> resolved, IHost host, List<Finding> findings)
    {
        SearchPath search = input.Search!;
        Profile profile = input.Profile;
        if (input.Counts(HardlinkSetDiffers.Rule) || profile.Complete.Any(area => area.OwnRules.Any(pair => input.Counts(pair.Own))))
            findings.AddRange(new HardLinkSets(union, resolved, search, host).Check());
        if (input.Counts(ModeDiffersFromProto.Rule)) findings.AddRange(ModeDiffersFromProto.Check(resolved, search));
        if (input.Counts(ZeroLengthSource.Rule)) findings.AddRange(ZeroLengthSource.Check(resolved, profile));
        if (input.Counts(ManLinkBroken.Rule)) findings.AddRange(PageLinks.Check(resolved, image, profile.Manual, host));

        var lines = new LineWriter(union, resolved, search, profile);
        var told = new HashSet<ImagePath>();
        bool pages = input.Counts(ManPageUnshipped.Rule);
        bool missing = input.Counts(ManPageMissing.Rule);
        if (pages || missing)
        {
            var commands = new CommandPages(union, search, profile.Manual);
            if (pages) findings.AddRange(commands.Unshipped(lines, told));
            if (missing) findings.AddRange(commands.Missing());
        }
        CompleteArea[] areas = [.. Areas(input)];
        if (areas.Length > 0) findings.AddRange(new CompletenessCheck(union, search, profile, lines, input.Counts).Check(areas, told));
        OwnRules.Apply(findings, profile.Complete);
    }

    private static IEnumerable<CompleteArea> Areas(CompilationInput input)
    {
        bool exceptions = input.TellsAllUnshipped || input.Counts(StaleException.Rule);
        foreach (CompleteArea area in input.Profile.Complete)
        {
            if (input.Counts(area.Unshipped) || (exceptions && area.Except.Count > 0)) yield return area;
        }
        if (input.TellsAllUnshipped) yield return CompleteArea.Everything;
    }
}
