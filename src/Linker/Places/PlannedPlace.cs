using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Places;

/// <summary>Where an object will lie in the platform that is planned.</summary>
public static class PlannedPlace
{
    /// <summary>
    /// The places of <paramref name="path"/> in <paramref name="plan"/>: one, or two where a copy of it lies under the mount point as well. In the root
    /// the content has its final place only when the compressed /usr is there, so of that only the inode is told.
    /// </summary>
    public static IEnumerable<ObjectPlace> Of(LinkPlan plan, ImagePath path)
    {
        Profile profile = plan.Input.Profile;
        ImagePath point = profile.Usr.MountPoint;
        if (path.IsAtOrBelow(point) && plan.Trees.Usr.Find(path.RelativeTo(point)) is { } inode)
            yield return new ObjectPlace(profile.Usr.Name, plan.Usr.InodeNumber(path.RelativeTo(point)), Runs(plan.Usr, path.RelativeTo(point), inode));
        if (plan.Trees.Root.Find(path) is not null)
            yield return new ObjectPlace(profile.Root.Name, plan.RootBeforeUsr.InodeNumber(path), []);
    }

    private static List<(long Offset, long Length)> Runs(UfsPlan plan, ImagePath path, Inode inode)
    {
        var runs = new List<(long Offset, long Length)>();
        long left = inode.Kind == FileKind.Directory ? long.MaxValue : inode.Size;
        foreach (UfsRun run in plan.Runs(path))
        {
            long length = Math.Min(left, (long)run.Fragments * plan.Geometry.FragmentSize);
            runs.Add((plan.Geometry.OffsetOf(run.Fragment), length));
            left -= length;
        }
        return runs;
    }
}
