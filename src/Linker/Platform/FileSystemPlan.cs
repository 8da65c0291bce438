using System.Globalization;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Platform;

/// <summary>Plans a file system, and says as findings why it cannot be.</summary>
public static class FileSystemPlan
{
    /// <summary>The plan of <paramref name="tree"/>; null where it does not fit, which <paramref name="findings"/> tell.</summary>
    public static UfsPlan? Plan(FileSystemProfile profile, FileTree tree, UfsSize size, long time, ICollection<Finding> findings)
    {
        switch (UfsPlanner.Plan(tree, new UfsOptions { Size = size, Time = time }))
        {
            case UfsPlan plan:
                return plan;
            case UfsShortage shortage:
                Report(profile, shortage, findings);
                return null;
            case UfsUnrepresentable odd:
                foreach (ImageObjection objection in odd.Objections)
                    findings.Add(objection.Path is { } path ? NotRepresentable.At(path.Below(profile.MountPoint), objection.Message) : NotRepresentable.Whole(profile.Name, objection.Message));
                return null;
            default:
                throw new InvalidOperationException("planning gave none of its results");
        }
    }

    private static void Report(FileSystemProfile profile, UfsShortage shortage, ICollection<Finding> findings)
    {
        string name = profile.Name;
        string largest = string.Join(", ", shortage.LargestDirectories.Take(5).Select(d => $"{d.Path.Below(profile.MountPoint)} {KiB(d.Bytes)}"));
        if (shortage.BlocksNeeded > shortage.BlocksAvailable)
        {
            findings.Add(ImageFullBlocks.At(
                name,
                $"it needs {shortage.BlocksNeeded} blocks of {shortage.BlockSize} bytes ({KiB(shortage.BytesNeeded)}) and has {shortage.BlocksAvailable} ({KiB(shortage.BytesAvailable)})",
                $"raise it with --size {name}=KIB or {name}=auto; the largest directories are {largest}"));
        }
        if (shortage.InodesNeeded > shortage.InodesAvailable)
        {
            findings.Add(ImageFullInodes.At(
                name,
                $"it needs {shortage.InodesNeeded} inodes and has {shortage.InodesAvailable}",
                $"raise the size with --size {name}=KIB or {name}=auto, or lower bytes-per-inode in mlc.toml"));
        }
    }

    private static string KiB(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KiB");
}
