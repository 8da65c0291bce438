using System.Security.Cryptography;
using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Linker.Open;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Verify;

/// <summary>Checks that the parts of a platform, which are copies and digests of each other, agree.</summary>
public static class PlatformCheck
{
    private static readonly ImagePath Archive = ImagePath.Parse("i86pc/amd64/boot_archive");
    private static readonly ImagePath ArchiveHash = ImagePath.Parse("i86pc/amd64/boot_archive.hash");
    private static readonly ImagePath ArchiveManifest = ImagePath.Parse("i86pc/amd64/boot_archive.manifest");

    /// <summary>What disagrees in <paramref name="image"/>.</summary>
    public static IEnumerable<Finding> Check(OpenedImage image, Profile profile) =>
        CheckUnderfiles(image, profile).Concat(image.Platform is { } platform ? CheckFolder(platform, image.Tree, profile) : []);

    private static IEnumerable<Finding> CheckFolder(FileTree platform, FileTree image, Profile profile)
    {
        if (platform.Find(ArchiveHash) is not { Kind: FileKind.Regular } hash)
            yield return Difference.At(Missing.Rule, ArchiveHash, "is missing: dboot would take any boot archive");
        else if (!Sha1(platform.Find(Archive)!.Content).Equals(FirstForty(hash.Content), StringComparison.OrdinalIgnoreCase))
            yield return Difference.At(BootArchiveHash.Rule, ArchiveHash, "does not hold the SHA-1 of the boot archive");

        if (platform.Find(ArchiveManifest) is { Kind: FileKind.Regular } beside
            && image.Find(profile.ShippedManifest) is { Kind: FileKind.Regular } inside
            && !Same(beside.Content, inside.Content))
        {
            yield return Difference.At(ChangedDigest.Rule, ArchiveManifest, $"differs from '{profile.ShippedManifest}' in the image");
        }
        ImagePath kernel = profile.Kernel.RelativeTo(ImagePath.Parse("platform"));
        if (platform.Find(kernel) is not { Kind: FileKind.Regular } loaded)
            yield return Difference.At(Missing.Rule, kernel, "is missing: there is no kernel to boot");
        else if (image.Find(profile.Kernel) is not { Kind: FileKind.Regular } delivered || !Same(loaded.Content, delivered.Content))
            yield return Difference.At(KernelDiffers.Rule, kernel, "is not the kernel that the image holds");
    }

    // Only the leaves are compared: the directories above them are made by the link.
    private static IEnumerable<Finding> CheckUnderfiles(OpenedImage image, Profile profile)
    {
        if (image.Root is not { } root) yield break;
        foreach (TreeEntry under in root.Entries)
        {
            if (under.Inode.Kind == FileKind.Directory || under.Path == profile.Usr.MountPoint) continue;
            if (!under.Path.IsAtOrBelow(profile.Usr.MountPoint) || under.Path == profile.UnderShell?.Path) continue;
            Inode? mounted = image.Tree.Find(under.Path);
            bool same = mounted is not null
                && mounted.Kind == under.Inode.Kind
                && mounted.Permissions == under.Inode.Permissions
                && mounted.Uid == under.Inode.Uid
                && mounted.Gid == under.Inode.Gid
                && mounted.Target.Equals(under.Inode.Target, StringComparison.Ordinal)
                && Same(mounted.Content, under.Inode.Content);
            if (!same) yield return Difference.At(UnderfileDiffers.Rule, under.Path, "under the mount point is not what /usr holds");
        }
    }

    private static string Sha1(ByteSource bytes)
    {
        using var sha1 = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        bytes.ReadThrough(sha1.AppendData);
        return Convert.ToHexStringLower(sha1.GetHashAndReset());
    }

    // dboot reads forty characters, and does not look at what follows.
    private static string FirstForty(ByteSource bytes) =>
        Encoding.ASCII.GetString(bytes.Slice(0, Math.Min(40, bytes.Length)).ToArray());

    private static bool Same(ByteSource a, ByteSource b) =>
        a.Length == b.Length && Sha1(a).Equals(Sha1(b), StringComparison.Ordinal);
}
