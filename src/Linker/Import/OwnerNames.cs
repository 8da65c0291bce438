using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Linker.Import;

/// <summary>
/// The names of owners and groups that a tree or a listing has by number. A number that no account of the image has becomes root or
/// bin, which is said once for all its objects.
/// </summary>
/// <param name="accounts">The accounts of the image.</param>
/// <param name="owner">Whose everything is; null to ask the accounts.</param>
/// <param name="group">The group of everything; null to ask the accounts.</param>
public sealed class OwnerNames(AccountTables accounts, string? owner = null, string? group = null)
{
    private readonly Column owners = new("owner", "root", accounts.Owners, owner);
    private readonly Column groups = new("group", "bin", accounts.Groups, group);

    /// <summary>What was not known of the objects that were asked about, one finding a number.</summary>
    public IEnumerable<Finding> Findings => owners.Findings.Concat(groups.Findings);

    /// <summary>The owner of <paramref name="path"/>: the name it gives, else that of the number.</summary>
    public string Owner(string? name, uint? uid, ImagePath path) => owners.Name(name, uid, path);

    /// <summary>The group of <paramref name="path"/>: the name it gives, else that of the number.</summary>
    public string Group(string? name, uint? gid, ImagePath path) => groups.Name(name, gid, path);

    private sealed class Column(string what, string otherwise, AccountTable table, string? all)
    {
        private readonly Dictionary<uint, string?> names = [];
        private readonly Dictionary<long, (ImagePath First, int Count)> unknown = [];

        // No number is below all numbers, so it comes first.
        public IEnumerable<Finding> Findings => unknown.OrderBy(pair => pair.Key).Select(pair => ImportAccount.At(
            what, pair.Key < 0 ? null : (uint)pair.Key, otherwise, pair.Value.First.Text, pair.Value.Count, table.Source));

        public string Name(string? name, uint? id, ImagePath path)
        {
            if ((all ?? name) is { } said) return said;
            if (id is { } number)
            {
                if (!names.TryGetValue(number, out string? known)) names[number] = known = table.NameOf(number);
                if (known is not null) return known;
            }
            long key = id ?? -1L;
            unknown[key] = unknown.TryGetValue(key, out (ImagePath First, int Count) before) ? (before.First, before.Count + 1) : (path, 1);
            return otherwise;
        }
    }
}
