using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the two rules about unknown accounts have in common.</summary>
internal static class Account
{
    public static Finding Unknown(Rule rule, NodeEntry entry, string what, string name, Token word, AccountTable table) =>
        Unknown(rule, Subject.Of(entry), what, name, Location.Of(word), table);

    public static Finding Unknown(Rule rule, Subject subject, string what, string name, Location place, AccountTable table)
    {
        uint? number = AccountTable.Number(name);
        string? near = number is { } id ? table.NameOf(id) : NearNames.Nearest(name, table.Names);
        return Finding.Of(
            rule,
            number is not null ? $"the {what} '{name}' is a number, not a name" : $"the {what} '{name}' is not in {table.Source}",
            place) with
        {
            Severity = number is not null ? Severity.Warning : Severity.Error,
            Help = (near, number) switch
            {
                (null, null) => $"add '{name}' to the image's accounts, or mend the name",
                (null, _) => "give this number a name in the image's accounts, and write that",
                (_, null) => $"did you mean {near}?",
                _ => $"write {near}",
            },
            Subject = subject,
            Detail = [new(what, name)],
            DetailKey = name,
        };
    }
}
