using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5078: An object or a file changes how the run-time linker works.</summary>
public static class AuditOrConfigTag
{
    // What crle(1) writes: the directories in it take the place of the default ones.
    private static readonly ImagePath[] Configurations = [ImagePath.Parse("var/ld/ld.config"), ImagePath.Parse("var/ld/64/ld.config"), ImagePath.Parse("var/ld/amd64/ld.config")];

    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5078",
        Name = "audit-or-config-tag",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "An object or a file changes how the run-time linker works.",
        Explanation =
            "DT_CONFIG names a file that replaces the default directories, and is honoured even in processes with rights of others; DT_AUDIT and "
            + "DT_DEPAUDIT name libraries that watch and may redirect each binding. They serve experiments and belong into no platform. A file written by crle(1) "
            + "does the same to every program. mlc does not read such files: where one is delivered, what is found may differ from what it says.",
        Bad = "(usr/bin/foo was linked with -c /tmp/ld.config)",
        Good = "(usr/bin/foo was linked without -c)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) =>
    [
        .. survey.Objects.SelectMany(user => Tags(user).Select(tag => At(survey, user, tag.Name, tag.Value))),
        .. Configurations.Where(path => survey.Image.FileAt(path) is not null).Select(path => survey.Image.Finding(
            Rule, path, $"'{path}' replaces the directories in which all programs look for libraries") with
        {
            Help = "leave it out; mlc cannot tell what programs find with it",
        }),
    ];

    private static IEnumerable<(string Name, string Value)> Tags(LinkedObject user)
    {
        if (user.Elf.Dynamic?.Config is { } config) yield return ("DT_CONFIG", config);
        if (user.Elf.Dynamic?.Audit is { } audit) yield return ("DT_AUDIT", audit);
        if (user.Elf.Dynamic?.DependencyAudit is { } dependency) yield return ("DT_DEPAUDIT", dependency);
    }

    private static Finding At(DependencySurvey survey, LinkedObject user, string tag, string value)
    {
        bool isThere = value.StartsWith('/') && survey.Image.FileAt(value) is not null;
        return survey.Image.Finding(
            Rule,
            user.Name,
            $"'{user}' has {tag} {DependencyFinding.Quoted(value)}{(isThere || !value.StartsWith('/') ? "" : ", which is not in the image")}",
            $"{tag} {value}") with
        {
            Help = "link the object without it",
            Detail = [new("tag", tag), new("value", value)],
        };
    }
}
