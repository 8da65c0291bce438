using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>The rules about driver and system tables.</summary>
public static class DriverRules
{
    /// <summary>The rules, in the order of the ids.</summary>
    public static readonly IReadOnlyList<Rule> All =
    [
        DriverAliasUnknownDriver.Rule,
        DriverAliasConflict.Rule,
        DriverAliasDuplicate.Rule,
        DriverAliasSyntax.Rule,
        AliasEqualsDriverName.Rule,
        NameToMajorDuplicate.Rule,
        DriverWithoutMajor.Rule,
        ConfWithoutDriver.Rule,
        MinorPermSyntax.Rule,
        DriverClassesUnknown.Rule,
        PathToInstShippedNonempty.Rule,
        NameToSysnum.Rule,
        DevicePolicyReferences.Rule,
        EtcSystemModuleMissing.Rule,
        PasswdGroupShadowConsistency.Rule,
        NsswitchPamModuleMissing.Rule,
    ];

    /// <summary>What they find in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(AuditedImage image)
    {
        var tables = new DriverTables(image);
        return
        [
            .. DriverAliasUnknownDriver.Check(tables),
            .. DriverAliasConflict.Check(tables),
            .. DriverAliasDuplicate.Check(tables),
            .. DriverAliasSyntax.Check(tables),
            .. AliasEqualsDriverName.Check(tables),
            .. NameToMajorDuplicate.Check(tables),
            .. DriverWithoutMajor.Check(tables),
            .. ConfWithoutDriver.Check(tables),
            .. MinorPermSyntax.Check(tables),
            .. DriverClassesUnknown.Check(tables),
            .. PathToInstShippedNonempty.Check(image),
            .. NameToSysnum.Check(image),
            .. DevicePolicyReferences.Check(tables),
            .. EtcSystemModuleMissing.Check(image),
            .. PasswdGroupShadowConsistency.Check(image),
            .. NsswitchPamModuleMissing.Check(image),
        ];
    }
}
