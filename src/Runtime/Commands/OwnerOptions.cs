using System.CommandLine;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Linker.Import;
using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Project;

namespace ManifestLinker.Runtime.Commands;

/// <summary>Whose the objects are that a tree or a listing has by number.</summary>
internal sealed class OwnerOptions
{
    private readonly Option<string?> chown = ProjectOptions.Single(
        "--chown", "OWNER:GROUP", "Everything belongs to OWNER and GROUP, whatever the description says.");

    public void AddTo(Command command) => command.Add(chown);

    /// <summary>The names to write, where the image has <paramref name="accounts"/>.</summary>
    public OwnerNames Names(ParseResult options, AccountTables accounts)
    {
        if (options.GetValue(chown) is not { } given) return new OwnerNames(accounts);
        string[] names = given.Split(':');
        if (names.Length != 2 || names.Any(name => name.Length == 0 || name.AsSpan().ContainsAny(" \t#$")))
            throw new UsageException($"--chown {given}: not understood", "write --chown OWNER:GROUP, as in --chown root:bin");
        return new OwnerNames(accounts, names[0], names[1]);
    }
}
