using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8105: A service requires one that no manifest declares.</summary>
public static class SmfDanglingDependency
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8105",
        Name = "smf-dangling-dependency",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A service requires one that no manifest declares.",
        Explanation =
            "A dependency of the grouping require_all is met when all of its services are online, one of require_any when one of them is; a "
            + "service that is not there never is, so that whoever requires it stays offline for ever. optional_all and exclude_all are met by what is "
            + "not there. The rule speaks only where every manifest of the image could be read.",
        Bad = "<dependency name='fs' grouping='require_all' ...><service_fmri value='svc:/system/filesystem/locale'/></dependency>",
        Good = "<dependency name='fs' grouping='require_all' ...><service_fmri value='svc:/system/filesystem/local'/></dependency>",
    };

    /// <summary>What the services of the manifests of <paramref name="smf"/> require and nobody declares.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        if (!smf.IsWhole) yield break;
        foreach (SmfFile file in smf.Manifests)
        {
            foreach (ServiceEntity entity in file.Entities)
            {
                foreach (Dependency dependency in entity.Dependencies.Where(dependency => dependency.IsOnServices))
                {
                    foreach (Target target in RequiredTargets.Absent(dependency, target => Fmri.Parse(target.Text) is { } fmri && !smf.MayBe(fmri)))
                        yield return At(file, entity, dependency, target);
                }
            }
        }
    }

    private static Finding At(SmfFile file, ServiceEntity entity, Dependency dependency, Target target)
    {
        Fmri wanted = Fmri.Parse(target.Text)!.Value;
        return file.Finding(
            Rule,
            target.Place,
            $"'{entity.Fmri}' requires '{wanted}', which no manifest of the image declares",
            $"{entity.Fmri} {dependency.Name} {wanted}",
            new("fmri", entity.Fmri.ToString()),
            new("dependency", dependency.Name),
            new("requires", wanted.ToString())) with
        {
            Help = "deliver its manifest, mend the name, or make the dependency optional_all",
        };
    }
}
