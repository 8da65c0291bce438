using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Gzip;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Lofi;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Tar;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Open;

/// <summary>
/// Opens whatever holds a platform: a UFS image, a boot archive, a compressed /usr, a platform directory, a .tgz of one, an ISO, FAT or disk image with
/// one, or a plain directory. What it is, is told by what is in it, never by its name. Nothing is mounted.
/// </summary>
/// <param name="host">Where the images lie.</param>
/// <param name="profile">Where things lie within a platform.</param>
/// <param name="spool">Gives an empty temporary stream, for an archive that can only be read from its start.</param>
/// <param name="raw">Take the outermost thing as it is: a platform or a medium as a directory, a boot archive without its /usr.</param>
/// <param name="most">The most bytes that are unpacked, and that the files of an image may have together.</param>
/// <param name="note">Takes what whoever looks at the image should know of how it was read, a sentence each, without a full stop.</param>
public sealed class ImageOpener(IHost host, Profile profile, Func<Stream> spool, bool raw, long most = long.MaxValue, Action<string>? note = null)
{
    // A file can be its own compressed content. An image in a gzip file in a gzip file is odd enough.
    private const int MostLayers = 3;

    private static readonly ImagePath BootArchive = ImagePath.Parse("i86pc/amd64/boot_archive");

    /// <summary>
    /// Opens <paramref name="path"/>. Throws an <see cref="IOException"/> where it cannot be read, an
    /// <see cref="InvalidDataException"/> where it holds nothing that is known, or something broken.
    /// </summary>
    public OpenedImage Open(string path, CancellationToken cancel)
    {
        if (host.Files.Directory.Exists(path)) return OfTree(HostTree.Read(host, path, cancel));
        if (!host.Files.File.Exists(path)) throw new FileNotFoundException($"{path}: no such file or directory", path);
        return OfBytes(host.Files.Path.GetFileName(path), FileBytes.Of(host.Files, path), layers: 0, cancel);
    }

    private OpenedImage OfBytes(string name, ByteSource bytes, int layers, CancellationToken cancel)
    {
        if (UfsReader.IsUfs(bytes)) return OfUfs(name, bytes, []);
        if (LofiReader.IsLofi(bytes))
            return OfUfs($"the image in {name}", Decompressed(bytes), [new ImagePart(name, PartFormat.Lofi, bytes)]);
        if (GzipReader.IsGzip(bytes))
        {
            if (layers == MostLayers) throw new InvalidDataException($"{name} is compressed more than {MostLayers} times over");
            return OfBytes(name, GzipReader.Inflate(bytes, spool, most, cancel), layers + 1, cancel);
        }
        if (TarReader.IsTar(bytes)) return OfTree(Bounded(TarReader.Read(bytes, cancel)));

        // Media last, because what comes first in an ISO image is left to boot loaders; some of them have a partition table there.
        if (IsoReader.IsIso(bytes)) return OfTree(IsoReader.Read(bytes, cancel), new ImagePart(name, PartFormat.Iso, bytes));
        if (FatReader.IsFat(bytes)) return OfTree(Bounded(FatReader.Read(bytes, cancel)), new ImagePart(name, PartFormat.Fat, bytes));
        if (GptReader.IsGpt(bytes)) return OfDisk(name, bytes, cancel);
        throw new InvalidDataException($"{name} is no UFS image, boot archive, compressed image, archive of a platform, or ISO, FAT or disk image");
    }

    private OpenedImage OfDisk(string name, ByteSource bytes, CancellationToken cancel)
    {
        var disk = DiskSlices.Open(name, bytes);
        if (disk.Damage is { } damage) note?.Invoke(damage);
        FileTree root = Bounded(disk.Root(cancel));
        return OfTree(raw ? Bounded(disk.WithOthers(root, cancel)) : root, [.. disk.Parts]);
    }

    private OpenedImage OfTree(FileTree tree, params ImagePart[] outer)
    {
        if (raw || FindPlatform(tree) is not { } top) return new OpenedImage { Tree = tree, Parts = outer };
        FileTree platform = tree.Below(top);
        return OfUfs("boot_archive", platform.Find(BootArchive)!.Content, outer) with { Platform = platform };
    }

    // A platform directory itself, or an archive with one at its top; boot media have it there, too, by the name of platform.
    private static ImagePath? FindPlatform(FileTree tree)
    {
        if (tree.Find(BootArchive) is { Kind: FileKind.Regular }) return ImagePath.Root;
        foreach (TreeEntry top in tree.Children(ImagePath.Root))
        {
            if (tree.Find(BootArchive.Below(top.Path)) is { Kind: FileKind.Regular }) return top.Path;
        }
        return null;
    }

    private OpenedImage OfUfs(string name, ByteSource bytes, IReadOnlyList<ImagePart> outer)
    {
        FileTree root = Bounded(UfsReader.Read(bytes));
        ImagePart[] parts = [.. outer, new ImagePart(name, PartFormat.Ufs, bytes)];
        if (raw
            || root.Find(profile.CompressedUsr) is not { Kind: FileKind.Regular } usr
            || !LofiReader.IsLofi(usr.Content))
        {
            return new OpenedImage { Tree = root, Parts = parts };
        }
        ByteSource image = Decompressed(usr.Content);
        return new OpenedImage
        {
            Tree = root.Mount(profile.Usr.MountPoint, Bounded(UfsReader.Read(image))),
            Root = root,
            Parts =
            [
                .. parts,
                new ImagePart(profile.CompressedUsr.Text, PartFormat.Lofi, usr.Content),
                new ImagePart($"the image in {profile.CompressedUsr}", PartFormat.Ufs, image),
            ],
        };
    }

    private LofiBytes Decompressed(ByteSource file)
    {
        LofiBytes image = LofiReader.Open(file);
        return image.Length <= most ? image : throw new InvalidDataException($"the compressed image holds {image.Length} bytes, more than {most}");
    }

    // Holes take no room in an image, and whoever reads it would read zeros for years.
    private FileTree Bounded(FileTree tree)
    {
        Int128 bytes = 0;
        foreach (Inode inode in tree.Entries.Select(entry => entry.Inode).Where(inode => inode.Kind == FileKind.Regular).Distinct()) bytes += inode.Size;
        return bytes <= most ? tree : throw new InvalidDataException($"the files of the image have {bytes} bytes, more than {most}");
    }
}
