using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC2015: A hard link and its target lie in different file systems.</summary>
public static class HardlinkCrossFilesystem
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC2015",
        Name = "hardlink-cross-filesystem",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A hard link and its target lie in different file systems.",
        Explanation =
            "The root file system and /usr are two images; a hard link cannot cross from one to the other.",
        Bad = """
            f usr/bin/ksh 0555 root bin
            h sbin/sh=usr/bin/ksh
            """,
        Good = """
            f usr/bin/ksh 0555 root bin
            s sbin/sh=../usr/bin/ksh
            """,
    };

    /// <summary>Checks that no hard link crosses one of the mount points.</summary>
    public static IEnumerable<Finding> Check(Union union, IReadOnlyList<ImagePath> mountPoints)
    {
        foreach (HardLinkEntry link in union.HardLinks)
        {
            if (union.Find(link.Existing) is null) continue;
            ImagePath? crossed = mountPoints
                .Where(point => link.Path.IsAtOrBelow(point) != link.Existing.IsAtOrBelow(point))
                .Select(point => (ImagePath?)point)
                .FirstOrDefault();
            if (crossed is not { } mount) continue;
            yield return Finding.Of(
                Rule,
                $"hard link '{link.Path}' and its target '{link.Existing}' lie in different file systems",
                Location.Of(link.Origin.Target)) with
            {
                Help = $"'{mount}' is a file system of its own: make this a symbolic link",
                Subject = Subject.Of(link),
                Detail = [new("target", link.Target), new("mount", mount.Text)],
                DetailKey = link.Target,
            };
        }
    }
}
