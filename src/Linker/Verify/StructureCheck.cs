using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Verify;

/// <summary>Checks everything in an image that has a structure of its own.</summary>
public static class StructureCheck
{
    /// <summary>What is wrong with <paramref name="parts"/>.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ImagePart> parts, int jobs, CancellationToken cancel)
    {
        foreach (ImagePart part in parts)
        {
            if (part.Format == PartFormat.Ufs)
            {
                foreach (UfsProblem problem in UfsChecker.Check(part.Bytes))
                {
                    yield return Difference.Of(UfsInconsistent.Rule, part.Name, $"{part.Name}: {problem}", problem.ToString()) with
                    {
                        // Residue harms nobody, but no image of ours has any.
                        Severity = problem.Kind == UfsProblemKind.Damage ? Severity.Error : Severity.Warning,
                    };
                }
            }
            else
            {
                foreach (LofiProblem problem in LofiChecker.Check(part.Bytes, jobs, cancel))
                {
                    yield return Difference.Of(LofiInconsistent.Rule, part.Name, $"{part.Name}: {problem.Message}", problem.Message) with
                    {
                        Severity = problem.Severity == LofiSeverity.Fatal ? Severity.Error : Severity.Info,
                    };
                }
            }
        }
    }
}
