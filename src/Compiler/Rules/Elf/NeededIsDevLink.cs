using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.RunTimeLinker;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5026: A dependency is satisfied by a link that is there for the link editor only.</summary>
public static class NeededIsDevLink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5026",
        Name = "needed-is-dev-link",
        Severity = Severity.Warning,
        Phase = Phase.Audit,
        Summary = "A dependency is satisfied by a link that is there for the link editor only.",
        Explanation =
            "A link as libz.so -> libz.so.1 is what -lz finds when something is linked; at run time the versioned name is used. An object that "
            + "names the unversioned one takes whatever version is there, and stops when the link is removed with the rest of what serves development.",
        Bad = "(usr/sbin/lofiadm needs libz.so; usr/lib/libz.so is a link to libz.so.1)",
        Good = "(usr/sbin/lofiadm needs libz.so.1)",
    };

    internal static IEnumerable<Finding> Check(DependencySurvey survey) => survey.Needs()
        .Where(dependency => Is(survey.Image, dependency))
        .Select(dependency => DependencyFinding.Of(
            survey.Image,
            Rule,
            dependency,
            $"'{dependency.Of}' needs {DependencyFinding.Quoted(dependency.Text)}, which is a link to '{dependency.Found}' for the link editor") with
        {
            Help = $"link the object anew, so that it needs {dependency.Found!.Value.Name.Name}",
        });

    /// <summary>Whether <paramref name="dependency"/> is found by a symbolic link without a version that leads to the same name with one.</summary>
    internal static bool Is(AuditedImage image, Dependency dependency)
    {
        if (dependency.Found is null || !dependency.Text.EndsWith(".so", StringComparison.Ordinal) || dependency.Text.Contains('/')) return false;
        string path = dependency.FoundBy!;
        return image.Follow(ImagePath.Root, path[..path.LastIndexOf('/')]) is { End: WalkEnd.Found, Path: var directory }
            && image.Tree.Find(directory.Append(dependency.Text)) is { Kind: FileKind.SymbolicLink, Target: var target }
            && target[(target.LastIndexOf('/') + 1)..].StartsWith(dependency.Text + ".", StringComparison.Ordinal);
    }
}
