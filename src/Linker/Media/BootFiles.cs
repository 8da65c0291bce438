using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Media;

/// <summary>The places of what firmware and first stages look for, in a boot area and on a medium.</summary>
public static class BootFiles
{
    /// <summary>The directory of all others.</summary>
    public static readonly ImagePath Directory = ImagePath.Parse("boot");

    /// <summary>The loader for a BIOS, which cdboot and gptzfsboot start.</summary>
    public static readonly ImagePath Loader = ImagePath.Parse("boot/loader");

    /// <summary>The loader for UEFI.</summary>
    public static readonly ImagePath EfiLoader = ImagePath.Parse("boot/loader64.efi");

    /// <summary>The first stage on a CD.</summary>
    public static readonly ImagePath CdBoot = ImagePath.Parse("boot/cdboot");

    /// <summary>The first stage on a disk: its first sector.</summary>
    public static readonly ImagePath Pmbr = ImagePath.Parse("boot/pmbr");

    /// <summary>The second stage on a disk, with a partition of its own.</summary>
    public static readonly ImagePath Stage2 = ImagePath.Parse("boot/gptzfsboot");

    /// <summary>The EFI system partition, as a file of a CD.</summary>
    public static readonly ImagePath EfiImage = ImagePath.Parse("boot/efiboot.img");

    /// <summary>What the loader is told.</summary>
    public static readonly ImagePath LoaderConf = ImagePath.Parse("boot/loader.conf");
}
