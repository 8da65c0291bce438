using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// Plans the image of a CD that a BIOS starts by cdboot and UEFI by the EFI system partition in it, as build_boot_image -I of smartos-live has
/// mkisofs make it.
/// </summary>
public static class IsoMedium
{
    /// <summary>The name of the volume where nobody gives another.</summary>
    public const string DefaultLabel = "SMARTOS";

    private const string Name = "the ISO image";

    // cdboot reads so many sectors of 2048 bytes, in one piece, and no more ("MAX_READ_SEC" and the check of the file's size in cdboot.S).
    private const int LargestLoader = 256 * 2048;

    /// <summary>
    /// The plan of an image with <paramref name="contents"/>, started by what <paramref name="boot"/> holds; null where there can be none, which
    /// <paramref name="findings"/> tell.
    /// </summary>
    /// <param name="boot">What starts it.</param>
    /// <param name="contents">Its files.</param>
    /// <param name="cdboot">The first stage; null for the one of the boot area.</param>
    /// <param name="label">The name of the volume.</param>
    /// <param name="time">The time of everything, in seconds since 1970 UTC.</param>
    /// <param name="findings">Gets what is wrong.</param>
    public static IsoPlan? Plan(BootArea boot, FileTree contents, ByteSource? cdboot, string label, long time, ICollection<Finding> findings)
    {
        int before = findings.Count;
        ByteSource? efi = EfiPartition.Image(boot, time, findings);
        Inode? first = cdboot is null ? boot.Find(BootFiles.CdBoot) : NewInode.File(0x1a4, time, cdboot);
        if (first is null)
            findings.Add(MediumUnbootable.At(boot.Name, BootFiles.CdBoot, "is missing: nothing starts the image on a BIOS", "name the first stage of a CD with --cdboot; builds have it in proto/boot/cdboot"));
        if (boot.Find(BootFiles.Loader) is not { } loader)
            findings.Add(MediumUnbootable.At(boot.Name, BootFiles.Loader, "is missing: cdboot has nothing to start", "take the boot area that boot.manifest makes"));
        else if (loader.Size > LargestLoader)
            findings.Add(MediumUnbootable.At(boot.Name, BootFiles.Loader, Say($"has {loader.Size} bytes, {loader.Size - LargestLoader} more than cdboot reads"), "take a smaller loader"));
        if (efi is null || first is null) return null;

        FileTree tree = contents.With(time, new(BootFiles.CdBoot, first), new(BootFiles.EfiImage, NewInode.File(0x1a4, time, efi)));
        var options = new IsoOptions
        {
            Time = time,
            Modified = time,
            Label = label,
            OwnedByRoot = true,
            Boot = [new IsoBoot(BootFiles.CdBoot, BootPlatform.Bios, HasInfoTable: true), new IsoBoot(BootFiles.EfiImage, BootPlatform.Efi, HasInfoTable: false)],
        };
        IsoResult result = IsoPlanner.Plan(tree, options);
        if (result is IsoUnrepresentable odd)
        {
            foreach ((ImagePath? path, string message) in odd.Objections)
                findings.Add(path is { } place ? MediumNotRepresentable.At(Name, place, message) : MediumNotRepresentable.Whole(Name, message));
        }
        return findings.Count == before ? result as IsoPlan : null;
    }

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
