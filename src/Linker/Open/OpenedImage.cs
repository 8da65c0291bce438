using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Open;

/// <summary>An image, a platform or a directory, opened for looking inside.</summary>
public sealed record OpenedImage
{
    /// <summary>What it shows: of a boot archive both file systems as they are mounted, unless it was opened raw.</summary>
    public required FileTree Tree { get; init; }

    /// <summary>The root file system by itself, with what /usr hides; null where there is no boot archive.</summary>
    public FileTree? Root { get; init; }

    /// <summary>The folder that the boot archive was found in, as a tree; null where it was not found in one.</summary>
    public FileTree? Platform { get; init; }

    /// <summary>What has a structure of its own that can be checked, from the outside in.</summary>
    public required IReadOnlyList<ImagePart> Parts { get; init; }
}

/// <summary>A part of an image: what it is called in messages, its format, and its bytes.</summary>
public sealed record ImagePart(string Name, PartFormat Format, ByteSource Bytes);

/// <summary>The format of a part.</summary>
public enum PartFormat
{
    /// <summary>A UFS file system.</summary>
    Ufs,

    /// <summary>A compressed lofi file.</summary>
    Lofi,

    /// <summary>A FAT file system.</summary>
    Fat,

    /// <summary>A disk with a GUID partition table.</summary>
    Disk,

    /// <summary>An ISO 9660 image.</summary>
    Iso,
}
