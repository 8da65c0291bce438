using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2008: The owner of an entry is not in the image's etc/passwd.</summary>
public static class UnknownOwner
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2008",
        Name = "unknown-owner",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "The owner of an entry is not in the image's etc/passwd.",
        Explanation =
            "builder gets -1 for an unknown owner, and chown(-1) leaves what is there: the object ships owned by "
            + "root, and the log says OK. A number is taken as it is, with a warning: nothing says that the image "
            + "knows it.",
        Bad = "f usr/bin/true 0555 roto bin",
        Good = "f usr/bin/true 0555 root bin",
    };

    /// <summary>Checks the owner of every file and directory against <paramref name="accounts"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, AccountTables accounts) => union.Nodes
        .Where(entry => accounts.Owners.Find(entry.Owner) is null)
        .Select(entry => Account.Unknown(Rule, entry, "owner", entry.Owner, entry.Origin.Owner, accounts.Owners));

    /// <summary>The finding that the owner <paramref name="name"/> of <paramref name="subject"/>, written at <paramref name="place"/>, is unknown; null where it is known.</summary>
    public static Finding? Of(Subject subject, string name, Location place, AccountTables accounts) =>
        accounts.Owners.Find(name) is null ? Account.Unknown(Rule, subject, "owner", name, place, accounts.Owners) : null;
}
