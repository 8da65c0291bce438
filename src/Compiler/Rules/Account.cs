using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the two rules about unknown accounts have in common.</summary>
internal static class Account
{
    public static Finding Unknown(Rule rule, NodeEntry entry, string what, string name, Token word, AccountTable table)
    {
        bool number = AccountTable.IsNumber(name);
        string? near = number ? null : NearNames.Nearest(name, table.Names);
        return Finding.Of(
            rule,
            number ? $"the {what} '{name}' is a number that {table.Source} has no name for" : $"the {what} '{name}' is not in {table.Source}",
            Location.Of(word)) with
        {
            Severity = number ? Severity.Warning : Severity.Error,
            Help = near is null ? $"add '{name}' to the image's accounts, or mend the name" : $"did you mean {near}?",
            Subject = Subject.Of(entry),
            Detail = [new(what, name)],
            DetailKey = name,
        };
    }
}
