using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Problems;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Verify;

/// <summary>Checks everything in an image that has a structure of its own.</summary>
public static class StructureCheck
{
    /// <summary>What is wrong with <paramref name="parts"/>.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ImagePart> parts, int jobs, CancellationToken cancel) => parts.SelectMany(part => part.Format switch
    {
        PartFormat.Ufs => OfUfs(part),
        PartFormat.Lofi => OfLofi(part, jobs, cancel),
        PartFormat.Fat => Of(FatInconsistent.Rule, part, FatChecker.Check(part.Bytes, cancel)),
        PartFormat.Disk => Of(PartitionsInconsistent.Rule, part, GptChecker.Check(part.Bytes)),
        _ => Of(IsoInconsistent.Rule, part, IsoChecker.Check(part.Bytes, cancel)),
    });

    private static IEnumerable<Finding> OfUfs(ImagePart part) => UfsChecker.Check(part.Bytes).Select(
        problem => Difference.Of(UfsInconsistent.Rule, part.Name, $"{part.Name}: {problem}", problem.ToString()) with
        {
            // Residue harms nobody, but no image of ours has any.
            Severity = problem.Kind == UfsProblemKind.Damage ? Severity.Error : Severity.Warning,
        });

    private static IEnumerable<Finding> OfLofi(ImagePart part, int jobs, CancellationToken cancel) => LofiChecker.Check(part.Bytes, jobs, cancel).Select(
        problem => Difference.Of(LofiInconsistent.Rule, part.Name, $"{part.Name}: {problem.Message}", problem.Message) with
        {
            Severity = problem.Severity == LofiSeverity.Fatal ? Severity.Error : Severity.Info,
        });

    private static IEnumerable<Finding> Of(Rule rule, ImagePart part, IReadOnlyList<ImageProblem> problems) =>
        problems.Select(problem => Difference.Of(rule, part.Name, $"{part.Name}: {problem}", problem.ToString()));
}
