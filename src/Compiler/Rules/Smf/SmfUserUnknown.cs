using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Smf;

namespace ManifestLinker.Compiler.Rules.Smf;

/// <summary>MLC8107: A service runs on behalf of a user or group that the image does not know.</summary>
public static class SmfUserUnknown
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8107",
        Name = "smf-user-unknown",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A service runs on behalf of a user or group that the image does not know.",
        Explanation =
            "svc.startd asks for the user and the groups of method_credential when it runs the method; where there is no such "
            + "account it runs nothing, and the service goes into maintenance. Numbers, and the word :default, are always right.",
        Bad = "<method_credential user='netadmin' group='netadm'/>",
        Good = "<method_credential user='netadm' group='netadm'/>",
    };

    /// <summary>The accounts that the services of <paramref name="smf"/> name and the image does not know; each once for each service.</summary>
    public static IEnumerable<Finding> Check(SmfImage smf)
    {
        AccountTables accounts = smf.Image.Input.Accounts;
        var told = new HashSet<(SmfFile File, Fmri Service, string Kind, string Name)>();
        foreach (SmfFile file in smf.Files)
        {
            foreach (ServiceEntity entity in file.Entities)
            {
                foreach (MethodCredential credential in entity.Methods.Select(method => method.Credential).Append(entity.Credential).OfType<MethodCredential>())
                {
                    foreach ((string kind, string name) in Unknown(credential, accounts))
                    {
                        if (told.Add((file, entity.Fmri.OfService, kind, name))) yield return At(file, entity.Fmri.OfService, credential, kind, name);
                    }
                }
            }
        }
    }

    private static IEnumerable<(string Kind, string Name)> Unknown(MethodCredential credential, AccountTables accounts)
    {
        if (IsUnknown(credential.User, accounts.Owners)) yield return ("user", credential.User);
        foreach (string group in credential.SupplementaryGroups.Split([',', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Prepend(credential.Group))
        {
            if (IsUnknown(group, accounts.Groups)) yield return ("group", group);
        }
    }

    // A number needs no account; a word with a colon is one of svc.startd.
    private static bool IsUnknown(string name, AccountTable table) =>
        name.Length > 0 && name[0] != ':' && AccountTable.Number(name) is null && table.Find(name) is null;

    private static Finding At(SmfFile file, Fmri service, MethodCredential credential, string kind, string name) => file.Finding(
        Rule,
        credential.Place,
        $"'{service}' runs methods on behalf of the {kind} '{Printable.Short(name)}', which the image does not know",
        $"{service} {kind} {name}",
        new("service", service.ToString()),
        new(kind, Printable.Short(name))) with
    {
        Help = kind is "user" ? "mend the name, or give the user a row in etc/passwd" : "mend the name, or give the group a row in etc/group",
    };
}
