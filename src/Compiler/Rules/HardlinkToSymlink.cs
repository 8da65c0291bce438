using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2016: A hard link is another name of a symbolic link.</summary>
public static class HardlinkToSymlink
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2016",
        Name = "hardlink-to-symlink",
        Severity = Severity.Warning,
        Fix = FixSafety.Unsafe,
        Phase = Phase.Semantics,
        Summary = "A hard link is another name of a symbolic link.",
        Explanation =
            "builder links without following, so that both names are the same symbolic link, and a relative "
            + "target means something else from another directory. Of the three in the real manifests each happens "
            + "to work.",
        Bad = """
            s etc/fs/nfs/mount=../../../usr/lib/fs/nfs/mount
            h lib/fs/nfs/mount=etc/fs/nfs/mount
            """,
        Good = """
            s etc/fs/nfs/mount=../../../usr/lib/fs/nfs/mount
            s lib/fs/nfs/mount=../../../usr/lib/fs/nfs/mount
            """,
    };

    /// <summary>Finds the hard links that end at a symbolic link.</summary>
    public static IEnumerable<Finding> Check(Union union, ImageNamespace image)
    {
        foreach (HardLinkEntry link in union.HardLinks)
        {
            if (union.EndOf(link).Entry is not SymlinkEntry end) continue;
            yield return Finding.Of(
                Rule,
                $"hard link '{link.Path}' is another name of the symbolic link '{end.Path}'",
                Location.Of(link.Origin.Target)) with
            {
                Help = "make it a symbolic link of its own, or link to the file",
                Subject = Subject.Of(link),
                Related = [new("the symbolic link is declared here", end.Origin.PathLocation)],
                Detail = [new("target", link.Target)],
                DetailKey = link.Target,
                Fixes = TextOf(link, end, image) is { } text ? [MakeSymbolic(link.Origin, text)] : [],
            };
        }
    }

    // What the link it is a name of says, where that leads to the same from here; else the way from here to there.
    private static string? TextOf(HardLinkEntry link, SymlinkEntry end, ImageNamespace image)
    {
        Walk there = image.Follow(end);
        Walk here = PathWalker.FollowLink(link.Path.Parent, end.Target, image.Look);
        if (here.End == there.End && here.Path == there.Path) return end.Origin.Target.Text;
        string text = LinkText.Relative(link.Path.Parent, "/" + there.Path);
        return there.End == WalkEnd.Found && WrittenWord.CanBeTarget(text) ? text : null;
    }

    private static Fix MakeSymbolic(Origin line, string target) => new(
        FixSafety.Unsafe, $"make it a symbolic link to {target}", [Edit.Replace(line.Kind, "s"), Edit.Replace(line.Target, target)]);
}
