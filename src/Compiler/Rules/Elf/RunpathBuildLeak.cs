using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules.Elf;

/// <summary>MLC5001: A search path names a directory of the build machine.</summary>
public static class RunpathBuildLeak
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC5001",
        Name = "runpath-build-leak",
        Severity = Severity.Error,
        Phase = Phase.Audit,
        Summary = "A search path names a directory of the build machine.",
        Explanation =
            "The object was linked against libraries where they lay when it was built: in a proto area, in the workspace, in "
            + "somebody's home or in a directory for temporary files. On the running system the directory is missing, or is one "
            + "that its users may fill: then they choose the code that the program runs. DT_RPATH and DT_RUNPATH are one to "
            + "ld.so.1, and the last counts, but the one that does not count tells the same.",
        Bad = "(usr/lib/libgcc_s.so.1 has DT_RUNPATH /build/proto.strap/usr/lib)",
        Good = "(usr/lib/libgcc_s.so.1 has none)",
    };

    internal static Finding? Check(SearchPathOf path, LedSegment segment) => Leak(path.Image, segment.Text) is { } tree
        ? Of(path, segment.Text, path.Tag, tree, "")
        : null;

    // What does not count is judged where the path that counts does not say it as well.
    internal static IEnumerable<Finding> CheckOverruled(SearchPathOf path)
    {
        if (path.Overruled is not { } overruled) yield break;
        var said = path.Segments.Select(segment => segment.Text).ToHashSet(StringComparer.Ordinal);
        foreach (string text in RunTimeLinker.SearchList.Parse(overruled.Text).Segments.Select(segment => segment.Text))
        {
            if (said.Add(text) && Leak(path.Image, text) is { } tree)
                yield return Of(path, text, overruled.Tag, tree, $", and does not count because {path.Tag} stands behind it");
        }
    }

    /// <summary>The tree of a build machine that <paramref name="text"/> leads into; null where it leads into none.</summary>
    internal static string? Leak(AuditedImage image, string text)
    {
        foreach (string tree in image.Input.BuildTrees.Select(tree => tree.TrimEnd('/')).Concat(image.Profile.Objects.HostDirectories))
        {
            if (tree.Length > 0 && text.StartsWith(tree, StringComparison.Ordinal) && (text.Length == tree.Length || text[tree.Length] == '/')) return tree;
        }
        string[] names = text.Split('/');
        for (int count = 1; count <= names.Length; count++)
        {
            if (names[count - 1] is "" or "." or ".." || names[count - 1].Contains('$')) continue;
            var place = ImagePath.Parse(string.Join('/', names.Take(count).Where(name => name is not "..")));
            if (!image.Profile.BuildTrees.Any(glob => glob.Matches(place))) continue;
            // A directory of the image may be called as it likes.
            return image.Tree.Find(place) is null ? string.Join('/', names.Take(count)) : null;
        }
        return null;
    }

    private static Finding Of(SearchPathOf path, string text, string tag, string tree, string remark) =>
        path.At(Rule, $"names {DependencyFinding.Quoted(text)}, below {DependencyFinding.Quoted(tree)} of the build machine (in {tag}{remark})", text) with
        {
            Help = "link it again without -R or -rpath for that directory, or take the path out with elfedit",
            Detail = [new("runpath", path.List.Text), new("segment", text), new("tag", tag), new("tree", tree)],
        };
}
