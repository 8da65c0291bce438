using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2009: The group of an entry is not in the image's etc/group.</summary>
public static class UnknownGroup
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2009",
        Name = "unknown-group",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "The group of an entry is not in the image's etc/group.",
        Explanation =
            "builder gets -1 for an unknown group, and chown(-1) leaves what is there: the object ships with the "
            + "group of the build process, and the log says OK. A number is taken as it is, with a warning: nothing "
            + "says that the image knows it.",
        Bad = "f usr/share/man/man1/sendmail-mailq.1 0444 root bit",
        Good = "f usr/share/man/man1/sendmail-mailq.1 0444 root bin",
    };

    /// <summary>Checks the group of every file and directory against <paramref name="accounts"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, AccountTables accounts) => union.Nodes
        .Where(entry => accounts.Groups.Find(entry.Group) is null)
        .Select(entry => Account.Unknown(Rule, entry, "group", entry.Group, entry.Origin.Group, accounts.Groups));

    /// <summary>The finding that the group <paramref name="name"/> of <paramref name="subject"/>, written at <paramref name="place"/>, is unknown; null where it is known.</summary>
    public static Finding? Of(Subject subject, string name, Location place, AccountTables accounts) =>
        accounts.Groups.Find(name) is null ? Account.Unknown(Rule, subject, "group", name, place, accounts.Groups) : null;
}
