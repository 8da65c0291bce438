using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5028: An object needs a library of which nothing is left but the name.</summary>
public static class ObsoleteFilterDependency
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5028",
        Name = "obsolete-filter-dependency",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object needs a library of which nothing is left but the name.",
        Explanation =
            "Threads, sockets of names, asynchronous input and more moved into libc long ago; the old libraries are filters in front of it, kept for "
            + "programs that were linked before. Each costs time at every start. The list is that of check_rtime (OLDDEP).",
        Bad = "(usr/sbin/foo needs libpthread.so.1 and libc.so.1)",
        Good = "(usr/sbin/foo needs libc.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey)
    {
        foreach (LinkedObject user in survey.Objects)
        {
            string[] old = [.. survey.NeedsOf(user).Select(dependency => dependency.Text).Where(survey.Image.Profile.Dependencies.Obsolete.Contains)];
            if (old.Length == 0) continue;
            yield return survey.Image.Finding(Rule, user.Name, $"'{user}' needs {DependencyFinding.List([.. old.Select(DependencyFinding.Quoted)])}, which libc took over") with
            {
                Help = "link the object without -lpthread, -ldl and the like",
                Detail = [new("needed", string.Join(' ', old))],
            };
        }
    }
}
