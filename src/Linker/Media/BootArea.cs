using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Media;

/// <summary>
/// What starts a medium: the loader, its first stages and its scripts, as the boot tarball and the directory <c>proto.boot</c> of a build hold them
/// below <c>boot</c>.
/// </summary>
public sealed class BootArea
{
    private static readonly ImagePath VersionFile = ImagePath.Parse("etc/version/boot");

    private BootArea(string name, FileTree tree) => (Name, Tree) = (name, tree);

    /// <summary>Where it came from, for messages.</summary>
    public string Name { get; }

    /// <summary>All that it holds; <c>boot</c> is a directory of it.</summary>
    public FileTree Tree { get; }

    /// <summary>The stamp it was made with; null where it does not say, or not in one line.</summary>
    public string? Stamp => Tree.Find(VersionFile) is { Kind: FileKind.Regular, Size: > 0 and < 100 } file
        && Encoding.Latin1.GetString(file.Content.ToArray()).TrimEnd('\n') is { Length: > 0 } text
        && !text.Any(char.IsControl) ? text : null;

    /// <summary>The boot area in <paramref name="tree"/>, called <paramref name="name"/>; an <see cref="InvalidDataException"/> where there is none.</summary>
    public static BootArea Of(string name, FileTree tree)
    {
        if (tree.Find(BootFiles.Directory) is { Kind: FileKind.Directory }) return new BootArea(name, tree);
        string help = tree.Find(ImagePath.Parse("loader")) is null ? "it must be a boot tarball, or a directory like proto.boot" : "name the directory above it";
        throw new InvalidDataException($"{name} has no directory boot; {help}");
    }

    /// <summary>The regular file at <paramref name="path"/>; null where there is none.</summary>
    public Inode? Find(ImagePath path) => Tree.Find(path) is { Kind: FileKind.Regular } file ? file : null;
}
