using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC8004: The name of a page does not end with the section of its directory, once.</summary>
public static class ManWrongSection
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC8004",
        Name = "man-wrong-section",
        Severity = Severity.Warning,
        Phase = Phase.Semantics,
        Summary = "The name of a page does not end with the section of its directory, or does so twice.",
        Explanation =
            "A page of section S is manS/NAME.S. Under another name it is not where links between pages and checks such as mancheck look for it. "
            + "It happens where a section is renumbered, as 1m to 8, and half of the name is changed; and where a suffix is put on names that "
            + "have it, as in firmware_close.9f.9f. None of today's tools tells. A number that stands twice, as in ld.so.1.1, may be a version.",
        Bad = "f usr/share/man/man8/zonecfg.1m 0444 root bin",
        Good = "f usr/share/man/man8/zonecfg.8 0444 root bin",
    };

    /// <summary><paramref name="page"/> lies in the directory of <paramref name="section"/>.</summary>
    public static Finding At(Entry page, string section)
    {
        string name = page.Path.Name;
        int dot = name.LastIndexOf('.');
        string there = dot <= 0 ? "" : name[(dot + 1)..];
        return Finding.Of(
            Rule,
            there.Length == 0 ? $"page '{page.Path}' has no section in its name" : $"page '{page.Path}' has the section {there} in its name, and lies in that of section {section}",
            page.Origin.PathLocation) with
        {
            Help = $"call it {(dot <= 0 ? name : name[..dot])}.{section}, or move it",
            Subject = Subject.Of(page),
            Detail = [new("section", section), new("name", there)],
        };
    }

    /// <summary><paramref name="page"/> has <paramref name="section"/>, that of its directory, twice in its name.</summary>
    public static Finding Doubled(Entry page, string section) =>
        Finding.Of(Rule, $"page '{page.Path}' has the section {section} twice in its name", page.Origin.PathLocation) with
        {
            Help = $"call it {page.Path.Name[..^(section.Length + 1)]}",
            Subject = Subject.Of(page),
            Detail = [new("section", section), new("name", $"{section}.{section}")],
        };
}
