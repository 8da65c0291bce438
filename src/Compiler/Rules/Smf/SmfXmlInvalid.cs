using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8101: A service manifest or profile cannot be imported.</summary>
public static class SmfXmlInvalid
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8101",
        Name = "smf-xml-invalid",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A service manifest or profile cannot be imported.",
        Explanation =
            "svccfg takes a manifest only if it is well-formed and valid by service_bundle.dtd.1; of one that is not, no service "
            + "comes to be, which the console tells at boot and the build does not. A profile must be well-formed, and hold nothing that "
            + "svccfg does not know.",
        Bad = "<service_bundle type='manifest' name='site:cache'><service name='site/cache' type='service'/></service_bundle>",
        Good = "<service_bundle type='manifest' name='site:cache'><service name='site/cache' type='service' version='1'/></service_bundle>",
    };

    /// <summary>The files of <paramref name="smf"/> that have faults.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        foreach (SmfFile file in smf.Files.Where(file => file.Reading.Faults.Count > 0))
        {
            // Of an empty file in a search directory MLC3010 speaks.
            if (!file.IsEmpty || smf.Image.Input.Undelivered is null) yield return At(file);
        }
    }

    private static Finding At(SmfFile file)
    {
        IReadOnlyList<XmlFault> faults = file.Reading.Faults;
        XmlFault first = faults[0];
        string more = faults.Count switch
        {
            1 => "",
            2 => ", and there is one more fault",
            > StructureCheck.MostFaults => $", and there are more than {StructureCheck.MostFaults} faults",
            _ => $", and there are {faults.Count - 1} more faults",
        };
        return file.Image.Finding(Rule, file.Path, $"'{file.Path}' is no {(file.IsProfile ? "profile" : "manifest")} that svccfg takes: {first.Place}: {first.What}{more}") with
        {
            Help = "mend the file; 'svccfg validate' tells the same on a running system",
            Detail = [.. first.Place.Detail, new("faults", $"{faults.Count}")],
            Related = [.. faults.Skip(1).Select(fault => new Related($"{fault.Place} of '{file.Path}': {fault.What}", null))],
        };
    }
}
