using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5031: The name of a library and its SONAME have different versions.</summary>
public static class SonameVersionSkew
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5031",
        Name = "soname-version-skew",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "The name of a library and its SONAME have different versions.",
        Explanation =
            "The number in a SONAME stands for an interface, and what is linked with the library asks for that name. A file that is called after another "
            + "number is found by those who were linked with another interface, and not by those who were linked with it.",
        Bad = "(usr/lib/libbar.so.1 has the SONAME libbar.so.2)",
        Good = "(usr/lib/libbar.so.2.0.1 has the SONAME libbar.so.2)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Objects
        .DistinctBy(found => found.File.Inode)
        .Where(Is)
        .Select(found => survey.Image.Finding(Rule, found.Name, $"'{found}' has the SONAME {DependencyFinding.Quoted(found.Soname)}, which is another version") with
        {
            Help = "deliver the library by its SONAME, or a link of that name to it",
            Detail = [new("soname", found.Soname)],
        });

    /// <summary>Whether all names of <paramref name="found"/> have another version than its SONAME, neither of which is the beginning of the other.</summary>
    internal static bool Is(LinkedObject found) =>
        found.Elf.Dynamic?.Soname is { } soname && Versioned(soname) is { } own && found.File.Names.All(name => IsOther(name, own));

    private static bool IsOther(ImagePath path, (string Name, string Version) own) =>
        Versioned(path.Name) is { } called && called.Name == own.Name && !IsPart(own.Version, called.Version) && !IsPart(called.Version, own.Version);

    private static bool IsPart(string part, string whole) => (whole + ".").StartsWith(part + ".", StringComparison.Ordinal);

    private static (string Name, string Version)? Versioned(string name) =>
        name.LastIndexOf(".so.", StringComparison.Ordinal) is var at and > 0 && at + 4 < name.Length && char.IsAsciiDigit(name[at + 4])
            ? (name[..at], name[(at + 4)..])
            : null;
}
