using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5025: A library calls itself otherwise than the object that needs it does.</summary>
public static class NeededNotSoname
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5025",
        Name = "needed-not-soname",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A library calls itself otherwise than the object that needs it does.",
        Explanation =
            "The link editor writes the SONAME of a library into what is linked with it. Where the library that is found has another, it is not "
            + "the one that the object was linked with: a link was pointed at another version, or the library was built anew with another SONAME, and the interface "
            + "may have changed with it.",
        Bad = "(usr/bin/foo needs libbar.so.1; usr/lib/libbar.so.1 is a link to a library with the SONAME libbar.so.2)",
        Good = "(usr/lib/libbar.so.1 has the SONAME libbar.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Needs()
        .Where(dependency => dependency.Found is { Elf.Dynamic.Soname: { Length: > 0 } soname } found
            && !dependency.Text.Contains('/') && !dependency.Text.Contains('$') && LastComponent(soname) != dependency.Text
            && dependency.FoundBy!.EndsWith("/" + dependency.Text, StringComparison.Ordinal)
            && !NeededIsDevLink.Is(survey.Image, dependency) && !SonameVersionSkew.Is(found))
        .Select(dependency => DependencyFinding.Of(
            survey.Image,
            Rule,
            dependency,
            $"'{dependency.Of}' needs {DependencyFinding.Quoted(dependency.Text)}, but '{dependency.Found}', which is found, calls itself {DependencyFinding.Quoted(dependency.Found!.Value.Soname)}") with
        {
            Help = "link the object anew with the library that is delivered, or deliver the one it was linked with",
        });

    private static string LastComponent(string soname) => soname[(soname.LastIndexOf('/') + 1)..];
}
