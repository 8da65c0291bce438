using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5021: A library that objects need was built, and no manifest delivers it.</summary>
public static class NeededUndeliveredButInProto
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5021",
        Name = "needed-undelivered-but-in-proto",
        Severity = Severity.Error,
        Fix = FixSafety.Safe,
        Phase = Phase.Audit,
        Summary = "A library that objects need was built, and no manifest delivers it.",
        Explanation =
            "The library lies in the proto area where ld.so.1 would look for it, so all links and tests on the build machine go well; on the "
            + "platform the program does not start. Most missing libraries are of this kind: a new version brought a new library, or a symbolic link that "
            + "carries its SONAME was forgotten. The fix adds the lines, those of links on the way among them, to the manifest that delivers the "
            + "library's neighbours.",
        Bad = "(usr/bin/curl needs libnghttp2.so.14, which is in the proto area; no line delivers usr/lib/libnghttp2.so.14)",
        Good = "f usr/lib/libnghttp2.so.14 0755 root bin",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey, DeliveringLines lines) => survey.Unmet
        .Where(unmet => MissingDependency.RuleFor(survey, unmet) == Rule)
        .GroupBy(unmet => unmet.Dependency.Undelivered![^1].Path)
        .OrderBy(group => group.Key)
        .SelectMany(group => group
            .GroupBy(unmet => unmet.Dependency.Undelivered![0].Path)
            .Select(same => At(survey, lines, [.. same])));

    // However many need it, it is missing once.
    private static Finding At(DependencySurvey survey, DeliveringLines lines, Unmet[] unmet)
    {
        Dependency first = unmet[0].Dependency;
        IReadOnlyList<UndeliveredObject> missing = first.Undelivered!;
        ImagePath path = missing[^1].Path;
        string others = unmet.Length == 1 ? "" : unmet.Length == 2 ? " and another object" : $" and {unmet.Length - 1} others";
        string verb = unmet.Length == 1 ? "needs" : "need";
        return DependencyFinding.Of(
            survey.Image,
            Rule,
            first,
            $"'{first.Of}'{others} {verb} {DependencyFinding.Quoted(first.Text)}: '{path}' is in {missing[^1].Found.Directory} and in no manifest") with
        {
            Severity = unmet.All(one => one.Dependency.IsDeferred) ? Severity.Info : Rule.Severity,
            Subject = new Subject(path.Text, "file", null),
            DetailKey = missing[0].Path.Text,
            Help = lines.Help(missing),
            Related =
            [
                .. unmet.Skip(1).Take(5).Select(other => new Related(
                    $"'{other.Dependency.Of}' needs it, too", survey.Image.Input.Union?.Find(other.Dependency.Of.Name)?.Origin.PathLocation)),
            ],
            Fixes = lines.Fixes(missing),
        };
    }
}
