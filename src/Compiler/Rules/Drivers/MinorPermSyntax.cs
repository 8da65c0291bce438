using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>MLC8211: A line of etc/minor_perm is not understood, or gives device nodes to nobody who exists.</summary>
public static class MinorPermSyntax
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8211",
        Name = "minor-perm-syntax",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A line of etc/minor_perm is not understood, or gives device nodes to nobody who exists.",
        Explanation =
            "devfsadm reads etc/minor_perm when the system boots. A line without mode or owner, a mode that is no octal number and an "
            + "owner or group that nobody knows are taken as far as they go, in silence: the nodes get mode 0, or belong to "
            + "root and sys. Where the driver has no major number nothing comes of it, and an unknown owner or group is a warning.",
        Bad = "etc/minor_perm:  vboxdrv:'* 0666 root sys'",
        Good = "etc/minor_perm:  vboxdrv:* 0666 root sys",
    };

    /// <summary>Finds what is wrong with etc/minor_perm.</summary>
    internal static IEnumerable<Finding> Check(DriverTables tables)
    {
        if (DeliveredTable<MinorPerm>.Find(tables.Image, "etc/minor_perm", MinorPermissions.Read) is not { } table) return [];
        AccountTables accounts = tables.Image.Input.Accounts;
        IEnumerable<Finding> unknown =
            from row in table.Rows
            from finding in new[] { Unknown(table, row, "owner", row.Owner, accounts.Owners) ?? Unknown(table, row, "group", row.Group, accounts.Groups) }
            where finding is not null
            select finding with { Severity = tables.HasMajor(row.Driver) ? Severity.Error : Severity.Warning };
        return table.Misspelled(Rule, "write driver:minor, mode, owner and group, with blanks between them").Concat(unknown);
    }

    private static Finding? Unknown(DeliveredTable<MinorPerm> table, MinorPerm row, string what, string name, AccountTable accounts)
    {
        if (accounts.Find(name) is not null) return null;
        string nodes = $"{row.Driver}:{row.Minor}";
        return table.At(
            Rule, row.Line, $"gives the nodes '{nodes}' the {what} '{name}', which is not in {accounts.Source}", $"{nodes} {name}",
            NearNames.Nearest(name, accounts.Names) is { } near ? $"did you mean {near}?" : $"add '{name}' to the image's accounts, or mend the name");
    }
}
