using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8108: A profile enables an instance that no manifest declares.</summary>
public static class SmfProfileDangling
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8108",
        Name = "smf-profile-dangling",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A profile enables an instance that no manifest declares.",
        Explanation =
            "What a profile says of a service that was never imported has no effect, so that a misspelled name leaves the service "
            + "it meant as it was. Profiles that serve several platforms disable much that is not there; that is not told. The rule speaks only where "
            + "every manifest of the image could be read.",
        Bad = "<service name='system/chron' version='1' type='service'><instance name='default' enabled='true'/></service>",
        Good = "<service name='system/cron' version='1' type='service'><instance name='default' enabled='true'/></service>",
    };

    /// <summary>The instances that the profiles of <paramref name="smf"/> enable and nobody declares.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        if (!smf.IsWhole) yield break;
        foreach (SmfFile file in smf.Profiles)
        {
            foreach (ServiceInstance instance in file.Services.SelectMany(service => service.Instances).DistinctBy(instance => instance.Fmri))
            {
                if (instance.Enabled is true && !smf.MayBe(instance.Fmri)) yield return At(file, instance);
            }
        }
    }

    private static Finding At(SmfFile file, ServiceInstance instance) => file.Finding(
        Rule,
        instance.Place,
        $"the profile enables '{instance.Fmri}', which no manifest of the image declares",
        instance.Fmri.ToString(),
        new KeyValuePair<string, string>("fmri", instance.Fmri.ToString())) with
    {
        Help = "deliver its manifest, mend the name, or take it out of the profile",
    };
}
