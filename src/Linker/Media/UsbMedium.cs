using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>The image of a USB stick that a BIOS starts by pmbr and gptzfsboot, and UEFI by the EFI system partition.</summary>
/// <param name="Image">The image, with holes.</param>
/// <param name="PartitionMap">What lies where in it, a line each, as smartos-live's format_image writes it.</param>
/// <param name="FreeBytes">Bytes that the file system with the contents has left.</param>
public sealed record UsbMedium(ByteSource Image, byte[] PartitionMap, long FreeBytes)
{
    /// <summary>The name of the file with the map.</summary>
    public const string PartitionMapName = "partition.map";

    private const string Name = "the USB image", RootName = "the root file system of the USB image", RootLabel = "SMARTOSBOOT";

    /// <summary>
    /// The plan of an image of <paramref name="bytes"/> bytes with <paramref name="contents"/>, started by what <paramref name="boot"/> holds; null where there can be
    /// none, which <paramref name="findings"/> tell.
    /// </summary>
    public static UsbMedium? Plan(BootArea boot, FileTree contents, long bytes, BuildStamp stamp, long time, ICollection<Finding> findings)
    {
        int before = findings.Count;
        if (DiskLayout.WhyNot(bytes) is { } why)
        {
            findings.Add(MediumFull.At(Name, why, "give the image another size with --size"));
            return null;
        }
        DiskLayout layout = DiskLayout.Of(bytes);
        ByteSource? efi = EfiPartition.Image(boot, time, findings);
        FatPlan? root = MediumVolume.Plan(RootName, contents, RootLabel, layout.Root.Sectors, time, findings);
        Inode? first = Find(boot, BootFiles.Pmbr, findings), second = Find(boot, BootFiles.Stage2, findings);
        if (efi is null || root is null || first is null || second is null || findings.Count > before) return null;
        var content = new DiskContent { FirstStage = first.Content, SecondStage = second.Content, Loader = efi, Root = root.Image, Stamp = stamp.Text };
        switch (DiskPlanner.Plan(layout, content))
        {
            case DiskPlan plan:
                return new UsbMedium(plan.Image, Encoding.ASCII.GetBytes(layout.Map), root.FreeBytes);
            case DiskUnrepresentable odd:
                foreach (string objection in odd.Objections) findings.Add(MediumUnbootable.Whole(boot.Name, objection));
                return null;
            default:
                throw new InvalidOperationException("planning gave none of its results");
        }
    }

    /// <summary>The map as a file of the outputs.</summary>
    public MediaFile PartitionMapFile(string name) => new(name, "write the map", 0, (stream, _) => stream.Write(PartitionMap));

    private static Inode? Find(BootArea boot, ImagePath path, ICollection<Finding> findings)
    {
        Inode? file = boot.Find(path);
        if (file is null)
            findings.Add(MediumUnbootable.At(boot.Name, path, "is missing: nothing starts the image on a BIOS", "take the boot area that boot.manifest makes"));
        return file;
    }
}
