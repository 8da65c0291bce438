using CsCheck;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Rules.Drivers;

namespace ManifestLinker.Compiler.Tests.Rules.Drivers;

/// <summary>Tables that are sound are left in peace, and one fault planted into them is found, with its line, and nothing else.</summary>
public sealed class PlantedTableFaultTests
{
    // {0} is the name of a driver that is delivered, numbered and has an alias; {1} is that alias.
    private static readonly (string Table, string Line, Rule Rule)[] Faults =
    [
        ("etc/driver_aliases", "strange \"pci1,1\"", DriverAliasUnknownDriver.Rule),
        ("etc/driver_aliases", "other \"{1}\"", DriverAliasConflict.Rule),
        ("etc/driver_aliases", "{0} \"{1}\"", DriverAliasDuplicate.Rule),
        ("etc/driver_aliases", "{0} \"pci1,1", DriverAliasSyntax.Rule),
        ("etc/driver_aliases", "{0} pci1,1", DriverAliasSyntax.Rule),
        ("etc/driver_aliases", "{0}", DriverAliasSyntax.Rule),
        ("etc/driver_aliases", "other \"{0}\"", AliasEqualsDriverName.Rule),
        ("etc/name_to_major", "{0} 999", NameToMajorDuplicate.Rule),
        ("etc/name_to_major", "strange 0", NameToMajorDuplicate.Rule),
        ("etc/name_to_major", "strange 99999", NameToMajorDuplicate.Rule),
        ("etc/name_to_major", "strange", NameToMajorDuplicate.Rule),
        ("etc/minor_perm", "{0}:* 666 root sys", MinorPermSyntax.Rule),
        ("etc/minor_perm", "{0}:* 0666 root system", MinorPermSyntax.Rule),
        ("etc/minor_perm", "{0} 0666 root sys", MinorPermSyntax.Rule),
        ("etc/driver_classes", "strange scsi", DriverClassesUnknown.Rule),
        ("etc/driver_classes", "{0} scssi", DriverClassesUnknown.Rule),
        ("etc/driver_classes", "{0}", DriverClassesUnknown.Rule),
        ("etc/path_to_inst", "\"/pci@0,0\" 0 \"{0}\"", PathToInstShippedNonempty.Rule),
        ("etc/name_to_sysnum", "again 3", NameToSysnum.Rule),
        ("etc/security/device_policy", "strange:* write_priv_set=all", DevicePolicyReferences.Rule),
        ("etc/security/extra_privs", "strange:priv", DevicePolicyReferences.Rule),
        ("etc/iu.ap", "{0} 0 0 strange", DevicePolicyReferences.Rule),
        ("etc/dacf.conf", "minor_nodetype=\"x\" strange:op post-attach -", DevicePolicyReferences.Rule),
        ("etc/system", "forceload: drv/strange", EtcSystemModuleMissing.Rule),
        ("etc/passwd", "strange:x:0:0::/:", PasswdGroupShadowConsistency.Rule),
        ("etc/shadow", "strange:NP:::::::", PasswdGroupShadowConsistency.Rule),
        ("etc/group", "strange::77:ghost", PasswdGroupShadowConsistency.Rule),
        ("etc/nsswitch.conf", "hosts: strange", NsswitchPamModuleMissing.Rule),
        ("etc/pam.conf", "x auth required strange.so.1", NsswitchPamModuleMissing.Rule),
    ];

    private static readonly Gen<(string Driver, int Alias)[]> Drivers =
        Gen.Select(Gen.Char['a', 'z'].Array[2, 8].Select(letters => "d" + new string(letters)), Gen.Int[0, 0xffff]).Array[1, 20]
            .Select(drivers => drivers.DistinctBy(driver => driver.Item1).DistinctBy(driver => driver.Item2).ToArray());

    [Fact]
    public void Sound_tables_are_left_in_peace() =>
        Drivers.Sample(drivers => TableImage.Findings(Files(drivers)).Should().BeEmpty(), iter: 100);

    [Fact]
    public void One_fault_gives_one_finding() => Gen.Select(Drivers, Gen.OneOf(Faults), Gen.Int[0, 100]).Sample(planted =>
    {
        ((string Driver, int Alias)[] drivers, (string Table, string Line, Rule Rule) fault, int at) = planted;
        (string driver, int alias) = drivers[at % drivers.Length];
        (string Path, string Content)[] files = Files(drivers);
        int table = Array.FindIndex(files, file => file.Path == fault.Table);
        string line = fault.Line.Replace("{0}", driver).Replace("{1}", $"pci8086,{alias:x}");
        files[table].Content += line + "\n";

        // A user without a password would be a fault of its own.
        if (fault.Table == "etc/passwd") files = [.. files.Select(file => file.Path == "etc/shadow" ? (file.Path, file.Content + "strange:NP:::::::\n") : file)];
        Finding finding = TableImage.Findings(files).Should().ContainSingle(line).Which;
        finding.Rule.Should().Be(fault.Rule, line);
        finding.Subject!.Path.Should().Be(fault.Table);
        finding.Message.Should().EndWith($", on line {files[table].Content.Count(letter => letter == '\n')}");
    }, iter: 400);

    [Fact]
    public void A_module_without_its_line_is_one_fault() => Drivers.Sample(drivers =>
        TableImage.Findings([.. Files(drivers), ("kernel/drv/amd64/strange", "")]).Should().ContainSingle().Which.Rule.Should().Be(DriverWithoutMajor.Rule), iter: 50);

    [Fact]
    public void Properties_without_their_driver_are_one_fault() => Drivers.Sample(drivers =>
        TableImage.Findings([.. Files(drivers), ("kernel/drv/strange.conf", "")]).Should().ContainSingle().Which.Rule.Should().Be(ConfWithoutDriver.Rule), iter: 50);

    private static (string Path, string Content)[] Files((string Driver, int Alias)[] drivers) =>
    [
        ("etc/driver_aliases", Lines("# aliases", drivers.Select(driver => $"{driver.Driver} \"pci8086,{driver.Alias:x}\""))),
        ("etc/name_to_major", Lines("other 0", drivers.Select((driver, i) => $"{driver.Driver}\t{i + 1}"))),
        ("etc/minor_perm", Lines("# nodes", drivers.Select(driver => $"{driver.Driver}:* 0666 root sys"))),
        ("etc/driver_classes", Lines("other scsi", drivers.Select(driver => $"{driver.Driver} scsi # class"))),
        ("etc/path_to_inst", "#\n# Caution!\n#\n"),
        ("etc/name_to_sysnum", "nosys\t0\nread\t3\n"),
        ("etc/security/device_policy", Lines("* read_priv_set=none", drivers.Select(driver => $"pci8086,{driver.Alias:x}:* write_priv_set=all"))),
        ("etc/security/extra_privs", Lines("# none", drivers.Select(driver => $"{driver.Driver}:priv"))),
        ("etc/iu.ap", Lines("other 0 0 ldterm", drivers.Select(driver => $"{driver.Driver} -1 0 ldterm [anchor]"))),
        ("etc/dacf.conf", "# rules\nminor_nodetype=\"ddi_network\" net_dacf:net_config post-attach -\n"),
        ("etc/system", Lines("* modules", drivers.Select(driver => $"forceload: drv/{driver.Driver}"))),
        ("etc/passwd", "root:x:0:0:Super-User:/root:/usr/bin/bash\n"),
        ("etc/shadow", "root::6445::::::\n"),
        ("etc/group", "root::0:\nsys::3:root\n"),
        ("etc/nsswitch.conf", "passwd: files\n"),
        ("etc/pam.conf", "other auth required pam_unix_auth.so.1\n"),
        ("kernel/strmod/amd64/ldterm", ""),
        ("kernel/dacf/amd64/net_dacf", ""),
        ("lib/nss_files.so.1", ""),
        ("lib/amd64/nss_files.so.1", ""),
        ("usr/lib/security/pam_unix_auth.so.1", ""),
        ("usr/lib/security/amd64/pam_unix_auth.so.1", ""),
        ("kernel/drv/amd64/other", ""),
        .. drivers.Select(driver => ($"kernel/drv/amd64/{driver.Driver}", "")),
        .. drivers.Select(driver => ($"kernel/drv/{driver.Driver}.conf", "")),
    ];

    private static string Lines(string first, IEnumerable<string> lines) => string.Concat(lines.Prepend(first).Select(line => line + "\n"));
}
