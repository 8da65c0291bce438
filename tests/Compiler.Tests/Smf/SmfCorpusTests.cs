using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules.Smf;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Smf;

/// <summary>What the rules say of the manifests that SmartOS delivers. Each line was held against the files: it is so.</summary>
[ClassNeeding("shared:corpus/smartos/smf")]
public sealed class SmfCorpusTests
{
    // What stands in the delivered manifests that the corpus does not have; the names alone count.
    private static readonly string[] Missing =
    [
        "network/dns/client.xml network/dns/client default",
        "network/ipsec/ike.xml network/ipsec/ike default",
        "network/ldap/client.xml network/ldap/client default",
        "network/lldpd.xml network/lldp default",
        "network/nfs/client.xml network/nfs/client default",
        "network/nfs/server.xml network/nfs/server default",
        "network/nis/client.xml network/nis/client default",
        "network/ntp.xml network/ntp default",
        "network/smb/client.xml network/smb/client default",
        "network/smb/server.xml network/smb/server default",
        "network/ssh.xml network/ssh default",
        "system/boot-config.xml system/boot-config default",
        "system/console-login.xml system/console-login default ttya ttyb vt2 vt3 vt4 vt5 vt6",
        "system/system-metadata.xml system/smartdc/metadata default",
        "system/system-vmadmd.xml system/smartdc/vmadmd default",
        "system/system-vminfod.xml system/smartdc/vminfod default",
    ];

    private static readonly string[] WithAPart =
    [
        "MLC8102 the start method of 'svc:/network/isns_server' runs '/usr/sbin/isns', which is not in the image, at line 60, column 3 of 'lib/svc/manifest/network/isns_server.xml'",
        "MLC8102 the start method of 'svc:/network/rarp' runs '/usr/sbin/in.rarpd', which is not in the image, at line 89, column 3 of 'lib/svc/manifest/network/rarp.xml'",
        "MLC8102 the start method of 'svc:/system/sar' runs '/lib/svc/method/svc-sar', which is not in the image, at line 57, column 3 of 'lib/svc/manifest/system/sar.xml'",
        "MLC8109 'etc/init.d/acct' is an init script that no directory etc/rc?.d has a name of, so that no milestone runs it",
        "MLC8109 'etc/rc0.d/K50pppd' is an init script with 2 other names, which a milestone runs outside the service management facility",
        "MLC8109 'etc/rc2.d/S20sysetup' is an init script, which a milestone runs outside the service management facility",
        "MLC8109 'etc/rc2.d/S81dodatadm.udaplt' is an init script, which a milestone runs outside the service management facility",
        "MLC8109 'etc/rc2.d/S89PRESERVE' is an init script, which a milestone runs outside the service management facility",
    ];

    private static readonly string[] WithAll =
    [
        "MLC8108 the profile enables 'svc:/application/stosreg:default', which no manifest of the image declares, at line 207, column 5 of 'etc/svc/profile/generic.xml'",
        "MLC8108 the profile enables 'svc:/system/dbus:default', which no manifest of the image declares, at line 60, column 5 of 'etc/svc/profile/generic.xml'",
    ];

    [FactNeeding]
    public void Everything_that_is_told_is_so() => Told(new Dictionary<string, string>()).Should().Equal(WithAPart);

    [FactNeeding]
    public void With_all_manifests_at_hand_what_is_not_declared_is_told_as_well() =>
        Told(Missing.Select(Manifest).ToDictionary()).Except(WithAPart).Should().Equal(WithAll);

    private static KeyValuePair<string, string> Manifest(string line)
    {
        string[] words = line.Split(' ');
        string instances = string.Concat(words[2..].Select(name => $"<instance name='{name}' enabled='true'/>"));
        return new("lib/svc/manifest/" + words[0], $"""
            <?xml version='1.0'?>
            <!DOCTYPE service_bundle SYSTEM '/usr/share/lib/xml/dtd/service_bundle.dtd.1'>
            <service_bundle type='manifest' name='{words[1]}'>
            <service name='{words[1]}' type='service' version='1'>{instances}</service>
            </service_bundle>
            """);
    }

    private static string[] Told(IReadOnlyDictionary<string, string> given)
    {
        AuditedImage image = CorpusImage.Read(given);
        IReadOnlyList<Finding> findings = [.. SmfRules.Check(image)];
        findings.Select(finding => finding.Fingerprint).Should().OnlyHaveUniqueItems();
        return [.. findings.Where(finding => finding.Severity >= Severity.Warning).Select(finding => $"{finding.Rule.Id} {finding.Message}").Order(StringComparer.Ordinal)];
    }
}
