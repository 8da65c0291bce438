using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// Plans the EFI system partition: a FAT32 file system with the loader where UEFI looks for it on removable media (UEFI 2.10, 3.5.1.1). Its size and
/// label are those of smartos-live's build_boot_image.
/// </summary>
public static class EfiPartition
{
    private const string Label = "SYSTEM";

    private static readonly ImagePath Place = ImagePath.Parse("efi/boot/bootx64.efi");

    /// <summary>The partition, of 256 MiB, that starts the loader of <paramref name="boot"/>; null where it cannot, which <paramref name="findings"/> tell.</summary>
    public static ByteSource? Image(BootArea boot, long time, ICollection<Finding> findings)
    {
        if (boot.Find(BootFiles.EfiLoader) is not { } loader)
        {
            findings.Add(MediumUnbootable.At(boot.Name, BootFiles.EfiLoader, "is missing: nothing starts the medium by UEFI", "take the boot area that boot.manifest makes"));
            return null;
        }
        FileTree tree = new FileTree([new TreeEntry(ImagePath.Root, NewInode.Directory(0x1ed, time))])
            .With(time, new TreeEntry(Place, NewInode.File(0x1ed, time, loader.Content)));
        return MediumVolume.Plan("the EFI system partition", tree, Label, DiskLayout.LoaderSectors, time, findings)?.Image;
    }
}
