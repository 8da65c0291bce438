using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5084: A set-id program depends on something by a path that is not trusted.</summary>
public static class SetidInsecureDependency
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5084",
        Name = "setid-insecure-dependency",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A set-id program depends on something by a path that is not trusted.",
        Explanation =
            "In a process with rights of others ld.so.1 follows no relative path, and takes from where $ORIGIN leads only what lies in /lib/secure, "
            + "/usr/lib/secure, or a directory that something was loaded from already (ld.so.1(1), SECURITY). All libraries of the process are bound by it. The program does "
            + "not start, or, where a relative path is followed all the same, whoever starts it chooses its code.",
        Bad = "(the set-uid usr/bin/foo needs $ORIGIN/../foo/libbar.so.1)",
        Good = "(the set-uid usr/bin/foo needs libbar.so.1, which lies in usr/lib)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (LinkedObject program in survey.Objects.Where(found => found.File.IsSetId))
        {
            foreach (Dependency own in survey.NeedsOf(program).Where(dependency => dependency.Text.Contains('/') && IsUntrusted(dependency)))
            {
                yield return DependencyFinding.Of(survey.Image, Rule, own, $"set-id program '{program}' needs {DependencyFinding.Quoted(own.Text)}, which is not trusted") with
                {
                    Help = "link it with a library that has a SONAME and lies in a default directory",
                };
            }
            foreach (Dependency inner in Lost(survey, program))
            {
                yield return survey.Image.Finding(
                    Rule,
                    program.Name,
                    $"set-id program '{program}' loads '{inner.Of}', which needs {DependencyFinding.Quoted(inner.Text)} from where only $ORIGIN leads",
                    $"{inner.Of} {inner.Text}") with
                {
                    Help = "give the library a search path without $ORIGIN",
                    Detail = [new("object", inner.Of.Name.Text), new("needed", inner.Text)],
                };
            }
        }
    }

    private static bool IsUntrusted(Dependency dependency) =>
        dependency.Attempts.Any(tried => tried.Outcome == AttemptOutcome.Relative) || dependency.Text.Contains("$ORIGIN", StringComparison.Ordinal);

    // What others than the program itself find in an ordinary process, and not in this one. Its own search path has a rule of its own.
    private static IEnumerable<Dependency> Lost(DependencySurvey survey, LinkedObject program)
    {
        HashSet<(LinkedObject, string)> found = [.. survey.ClosureOf(program).Bindings.Where(binding => binding.Satisfied is not null).Select(Key)];
        return survey.Linker.ClosureOf(program, isSecure: true).Bindings
            .Where(binding => binding.Satisfied is null && binding.Dependency.Filter is null && !binding.Dependency.Of.Equals(program) && found.Contains(Key(binding)))
            .Select(binding => binding.Dependency)
            .DistinctBy(dependency => (dependency.Of, dependency.Text));
    }

    private static (LinkedObject, string) Key(Binding binding) => (binding.Dependency.Of, binding.Dependency.Text);
}
