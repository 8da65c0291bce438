using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8104: An instance of a service is declared twice.</summary>
public static class SmfDuplicateFmri
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8104",
        Name = "smf-duplicate-fmri",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "An instance of a service is declared twice.",
        Explanation =
            "svccfg imports manifests one after the other, and each is an upgrade of what was imported before it: of two that declare an "
            + "instance, the order decides which methods and properties it has. Within one manifest svccfg refuses the second. That a "
            + "manifest adds other instances to a service of another one is meant, and not told.",
        Bad = "lib/svc/manifest/network/ntp.xml and lib/svc/manifest/site/ntp.xml with <service name='network/ntp'><create_default_instance/>",
        Good = "lib/svc/manifest/network/ntp.xml alone with <service name='network/ntp'><create_default_instance/>",
    };

    /// <summary>The instances of the manifests of <paramref name="smf"/> that were declared before.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        var seen = new Dictionary<Fmri, (SmfFile File, ServiceEntity Entity)>();
        var told = new HashSet<(SmfFile File, Fmri Fmri)>();
        foreach (SmfFile file in smf.Manifests)
        {
            // A service may be extended in another file, but not in the same.
            var own = new HashSet<Fmri>();
            foreach (ServiceEntity entity in file.Entities)
            {
                bool isInstance = entity.Fmri.Instance is not null;
                bool isAgain = own.Contains(entity.Fmri) || (isInstance && seen.ContainsKey(entity.Fmri));
                if (isAgain && told.Add((file, entity.Fmri))) yield return At(file, entity, seen[entity.Fmri]);
                own.Add(entity.Fmri);
                seen.TryAdd(entity.Fmri, (file, entity));
            }
        }
    }

    private static Finding At(SmfFile file, ServiceEntity entity, (SmfFile File, ServiceEntity Entity) first)
    {
        string message = first.File == file
            ? $"'{entity.Fmri}' is declared a second time in one file"
            : $"'{entity.Fmri}', which '{first.File.Path}' declares, is declared again";
        return file.Finding(Rule, entity.Place, message, entity.Fmri.ToString(), new KeyValuePair<string, string>("fmri", entity.Fmri.ToString())) with
        {
            Help = "deliver one of the manifests, or give the instances different names",
            Related = [new Related($"the first declaration stands at {first.Entity.Place} of '{first.File.Path}'", first.File.Line)],
        };
    }
}
