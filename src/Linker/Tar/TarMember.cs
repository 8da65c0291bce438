using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Tar;

/// <summary>The attributes of a member, as a header holds them. Names and links are bytes there.</summary>
internal sealed record TarMember
{
    public required string Name { get; init; }

    /// <summary>The type flag: 0 file, 1 hard link, 2 symbolic link, 3 and 4 devices, 5 directory, 6 pipe, S sparse file of GNU's kind.</summary>
    public required char Type { get; init; }

    public int Permissions { get; init; }

    public uint Uid { get; init; }

    public uint Gid { get; init; }

    public string UserName { get; init; } = "";

    public string GroupName { get; init; } = "";

    public long Modified { get; init; }

    /// <summary>Bytes of content in the archive.</summary>
    public long Size { get; init; }

    /// <summary>The ranges of a sparse file that are in the archive, one after the other; null where the content is stored whole.</summary>
    public IReadOnlyList<SparseRange>? Ranges { get; init; }

    /// <summary>Bytes of a sparse file when it is unpacked.</summary>
    public long RealSize { get; init; }

    public string Link { get; init; } = "";

    public DeviceNumber Device { get; init; }
}
