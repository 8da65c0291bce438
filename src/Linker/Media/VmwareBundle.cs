using System.Globalization;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// A disk for a virtual machine of VMware: a disk image and the text that describes it, in a folder of their own, as smartos-live's build_vmware
/// packs them. The settings of a machine come from a template of that repository and are not part of it.
/// </summary>
public static class VmwareBundle
{
    // What a disk says of itself where nobody asks for more; the number of cylinders that ATA can state is the most.
    private const int Heads = 16, SectorsPerTrack = 63, MostCylinders = 16383;

    private static readonly ImagePath Folder = ImagePath.Parse("SmartOS.vmwarevm");

    /// <summary>The bundle for <paramref name="image"/>; everything has <paramref name="time"/>, in seconds since 1970 UTC.</summary>
    public static FileTree Of(ByteSource image, long time) => new FileTree([new TreeEntry(ImagePath.Root, NewInode.Directory(0x1ed, time))]).With(
        time,
        new TreeEntry(Folder.Append("SmartOS.vmdk"), NewInode.File(0x1a4, time, new MemoryBytes(Encoding.ASCII.GetBytes(Descriptor(image.Length))))),
        new TreeEntry(Folder.Append("smartos.img"), NewInode.File(0x1a4, time, image)));

    /// <summary>
    /// The text that describes a disk of <paramref name="bytes"/> bytes (VMware Virtual Disk Format 5.0, "The Descriptor File"). Its numbers follow from
    /// the size of the image: kept by hand they were those of an older size for two years (OS-8386).
    /// </summary>
    public static string Descriptor(long bytes)
    {
        long sectors = bytes / MediumSize.Sector;
        long cylinders = Math.Min(MostCylinders, sectors / (Heads * SectorsPerTrack));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # Disk DescriptorFile
            version=1
            encoding="UTF-8"
            CID=fffffffe
            parentCID=ffffffff
            createType="monolithicFlat"

            # Extent description
            RW {sectors} FLAT "smartos.img" 0

            # The Disk Data Base
            #DDB

            ddb.virtualHWVersion = "8"
            ddb.geometry.cylinders = "{cylinders}"
            ddb.geometry.heads = "{Heads}"
            ddb.geometry.sectors = "{SectorsPerTrack}"
            ddb.adapterType = "ide"

            """).ReplaceLineEndings("\n");
    }
}
