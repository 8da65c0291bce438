using System.Globalization;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>A disk image that starts, and whose file system is empty: a platform is copied to it later, by way of the map of its partitions.</summary>
/// <param name="Name">What names it: <c>4gb</c>.</param>
/// <param name="Medium">The image.</param>
public sealed record ProformaImage(string Name, UsbMedium Medium)
{
    /// <summary>The name of the image as a file.</summary>
    public string ImageName => $"{Name}.img";

    /// <summary>The name of the map of its partitions as a file.</summary>
    public string MapName => $"{Name}.{UsbMedium.PartitionMapName}";

    /// <summary>The image of this size; null where there can be none, which <paramref name="findings"/> tell.</summary>
    public static ProformaImage? Plan(BootArea boot, Size size, BuildStamp stamp, long time, ICollection<Finding> findings)
    {
        var empty = new FileTree([new TreeEntry(ImagePath.Root, NewInode.Directory(0x1ed, time))]);
        return UsbMedium.Plan(boot, empty, size.Bytes, stamp, time, findings) is { } medium ? new ProformaImage(size.Name, medium) : null;
    }

    /// <summary>The contents of the archive of <paramref name="images"/>: each image and its map, without a directory.</summary>
    public static FileTree Tree(IEnumerable<ProformaImage> images, long time) => new(images
        .SelectMany(image => new[]
        {
            File(image.ImageName, image.Medium.Image, time),
            File(image.MapName, new MemoryBytes(image.Medium.PartitionMap), time),
        })
        .Append(new TreeEntry(ImagePath.Root, NewInode.Directory(0x1ed, time))));

    private static TreeEntry File(string name, ByteSource content, long time) => new(ImagePath.Parse(name), NewInode.File(0x1a4, time, content));

    /// <summary>A size by the word that names the image.</summary>
    public readonly record struct Size(string Name, long Bytes)
    {
        private const int LongestWithoutUnit = 3;

        /// <summary>The size that <paramref name="text"/> means, as <see cref="MediumSize"/> has it; a small number is one of gigabytes. Null where it is none.</summary>
        public static Size? Parse(string text)
        {
            bool isNumber = text.Length <= LongestWithoutUnit && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            string name = isNumber ? $"{text}gb" : text.ToLowerInvariant();
            return MediumSize.Parse(isNumber ? name : text) is { } bytes ? new Size(name, bytes) : null;
        }
    }
}
