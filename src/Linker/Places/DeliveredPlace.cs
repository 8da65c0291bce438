using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Places;

/// <summary>Where an object lies in what was delivered.</summary>
public static class DeliveredPlace
{
    /// <summary>
    /// The places of <paramref name="path"/> in the file systems of <paramref name="image"/>: of a boot archive the root by itself and /usr; none where it
    /// has no file system of its own, as a directory of the host.
    /// </summary>
    public static IEnumerable<ObjectPlace> Of(OpenedImage image, Profile profile, ImagePath path)
    {
        ImagePart[] systems = [.. image.Parts.Where(part => part.Format == PartFormat.Ufs)];
        bool isBelow = systems.Length == 2 && path.IsAtOrBelow(profile.Usr.MountPoint);
        if (isBelow && UfsFinder.Find(systems[1].Bytes, path.RelativeTo(profile.Usr.MountPoint)) is { } below)
            yield return new ObjectPlace(systems[1].Name, below.Inode, below.Runs);
        if (systems.Length > 0 && UfsFinder.Find(systems[0].Bytes, path) is { } place)
            yield return new ObjectPlace(systems[0].Name, place.Inode, place.Runs);
    }
}
