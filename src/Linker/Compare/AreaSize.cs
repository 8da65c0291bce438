using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Compare;

/// <summary>How a part of the image changed: a component, or what lies below a directory. Bytes of a file with several names count where the first is.</summary>
public sealed record AreaSize(string Name, long OldBytes, long NewBytes, int Added, int Removed, int Changed)
{
    /// <summary>By how many bytes it grew.</summary>
    public long Growth => NewBytes - OldBytes;

    /// <summary>Whether anything differs there that does anything.</summary>
    public bool IsChanged => Added + Removed + Changed > 0 || Growth != 0;

    /// <summary>The parts of <paramref name="difference"/>, as <paramref name="areaOf"/> divides it: what grew or shrank most first, then by name.</summary>
    public static IReadOnlyList<AreaSize> Of(TreeDifference difference, Func<ImagePath, string> areaOf)
    {
        var areas = new Dictionary<string, AreaSize>(StringComparer.Ordinal);
        foreach (TreeEntry file in difference.Files(difference.Old)) Change(areaOf(file.Path), known => known with { OldBytes = known.OldBytes + file.Inode.Size });
        foreach (TreeEntry file in difference.Files(difference.New)) Change(areaOf(file.Path), known => known with { NewBytes = known.NewBytes + file.Inode.Size });
        foreach (ObjectChange change in difference.Changes)
        {
            if (change.IsAdded) Change(areaOf(change.Path), known => known with { Added = known.Added + 1 });
            else if (change.IsRemoved) Change(areaOf(change.Path), known => known with { Removed = known.Removed + 1 });
            else if (!change.IsNoise) Change(areaOf(change.Path), known => known with { Changed = known.Changed + 1 });
        }
        return [.. areas.Values.OrderByDescending(area => Math.Abs(area.Growth)).ThenBy(area => area.Name, StringComparer.Ordinal)];

        void Change(string area, Func<AreaSize, AreaSize> change) =>
            areas[area] = change(areas.GetValueOrDefault(area) ?? new AreaSize(area, 0, 0, 0, 0, 0));
    }

    /// <summary>The directory that <paramref name="path"/> is counted in: that at most two levels below the top.</summary>
    public static string DirectoryOf(ImagePath path)
    {
        ImagePath directory = path.Parent;
        while (directory.Depth > 2) directory = directory.Parent;
        return directory.IsRoot ? "." : directory.Text;
    }
}
