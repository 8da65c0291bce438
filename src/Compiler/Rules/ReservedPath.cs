using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC4012: An entry stands where the link itself puts an object.</summary>
public static class ReservedPath
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC4012",
        Name = "reserved-path",
        Severity = Severity.Error,
        Phase = Phase.Layout,
        Summary = "An entry stands where the link itself puts an object.",
        Explanation =
            "Some objects of the image are made by the link: the compressed /usr, the list of shipped files. An "
            + "entry of the same path would be overwritten.",
        Bad = """
            d usr/share/smartos 0755 root sys
            f usr/share/smartos/manifest 0644 root root
            """,
        Good = "(delete the line for usr/share/smartos/manifest)",
    };

    /// <summary><paramref name="entry"/> stands where <paramref name="what"/> goes.</summary>
    public static Finding At(Entry entry, string what) =>
        Finding.Of(Rule, $"'{entry.Path}' is where the link puts {what}", entry.Origin.PathLocation) with
        {
            Help = "delete the line: the link makes this object",
            Subject = Subject.Of(entry),
            DetailKey = what,
        };
}
