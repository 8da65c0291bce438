using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// The list of the MD5 digests of all files of the image, in the form of md5sum(1): it lies in the image and beside the boot
/// archive. Like today's list it holds what the components deliver: not itself, not usr.lgz, no copies under the mount point.
/// </summary>
public static class ShippedManifest
{
    /// <summary>The files that the list of <paramref name="image"/> names, in its order.</summary>
    public static IReadOnlyList<TreeEntry> Listed(FileTree image) =>
        [.. image.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular)];

    /// <summary>
    /// Adds the list at <paramref name="place"/>: mode 0644, owner root, in a directory that is made if need be. Its content is
    /// <paramref name="list"/>, which is asked for when the image is read.
    /// </summary>
    public static ImageTransform Add(ImagePath place, long time, Func<IReadOnlyList<TreeEntry>, byte[]> list) => new(
        "add the list of MD5 digests",
        image =>
        {
            IReadOnlyList<TreeEntry> listed = Listed(image);
            long length = Md5List.LengthOf(listed.Select(entry => entry.Path));
            return image.With(time, new TreeEntry(place, NewInode.File(0x1a4, time, new LazyBytes(length, () => list(listed)))));
        });
}
