using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5041: A library lacks a version that an object wants of it.</summary>
public static class VersionNotFound
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5041",
        Name = "version-not-found",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A library lacks a version that an object wants of it.",
        Explanation =
            "An object records the versions (such as ILLUMOS_0.39) of the symbols it uses, and ld.so.1 compares them by name with those that the library "
            + "defines before anything runs; one that is missing ends the program. The object was built against a newer platform than the image is of. A library without "
            + "versions is taken as it is, and versions marked weak or for information do not count.",
        Bad = "(usr/bin/foo wants ILLUMOS_0.39 of libc.so.1, which has versions up to ILLUMOS_0.38)",
        Good = "(usr/bin/foo wants ILLUMOS_0.38 of libc.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (Dependency dependency in survey.Needs())
        {
            string[] missing = [.. VersionBinding.Missing(dependency)];
            if (missing.Length == 0) continue;
            yield return DependencyFinding.Of(
                survey.Image,
                Rule,
                dependency,
                $"'{dependency.Of}' wants {DependencyFinding.List([.. missing.Select(DependencyFinding.Quoted)])} of {DependencyFinding.Quoted(dependency.Text)}, which '{dependency.Found}' does not define") with
            {
                Help = "build both from one state of the platform",
            };
        }
    }
}
