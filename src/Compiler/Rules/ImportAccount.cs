using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC9206: An owner or group is not known by a name.</summary>
public static class ImportAccount
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC9206",
        Name = "import-account",
        Severity = Severity.Warning,
        Phase = Phase.Import,
        Summary = "An owner or group is not known by a name.",
        Explanation =
            "A manifest names owners and groups. A number that no account of the image has says more about the "
            + "machine where the tree was made than about the image: on a build machine everything belongs to "
            + "whoever built it.",
        Bad = "./etc/motd type=file mode=0644 uid=1000 gid=1000",
        Good = "./etc/motd type=file mode=0644 uname=root gname=sys",
    };

    /// <summary><paramref name="count"/> objects, of which <paramref name="path"/> is the first, have the number <paramref name="id"/>, or none where it is null.</summary>
    public static Finding At(string what, uint? id, string taken, string path, int count, string source)
    {
        string objects = count == 1 ? $"'{path}'" : string.Create(CultureInfo.InvariantCulture, $"{count} objects, '{path}' first,");
        string verb = count == 1 ? "has" : "have";
        string problem = id is { } number
            ? string.Create(CultureInfo.InvariantCulture, $"{objects} {verb} the {what} {number}, which has no name in {source}")
            : $"{objects} {verb} no {what}";
        return Finding.Of(Rule, $"{problem}; '{taken}' was written") with
        {
            Help = "--chown OWNER:GROUP says whose everything is; --passwd and --group name the accounts of the image",
            Detail = [new("what", what), new("id", id is { } one ? one.ToString(CultureInfo.InvariantCulture) : "")],
            DetailKey = $"{what} {id}",
        };
    }
}
