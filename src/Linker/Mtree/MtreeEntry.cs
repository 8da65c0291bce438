using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>What an mtree says of one path. Null is what it does not say.</summary>
public sealed record MtreeEntry
{
    /// <summary>The path, from the top directory of the listing.</summary>
    public required ImagePath Path { get; init; }

    /// <summary>The line it stands on, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Where in that line its name begins, from 1.</summary>
    public int Column { get; init; } = 1;

    /// <summary>What it is (<c>type</c>).</summary>
    public FileKind? Kind { get; init; }

    /// <summary>The low 12 bits of the mode (<c>mode</c>).</summary>
    public int? Permissions { get; init; }

    /// <summary>The owner's number (<c>uid</c>).</summary>
    public uint? Uid { get; init; }

    /// <summary>The group's number (<c>gid</c>).</summary>
    public uint? Gid { get; init; }

    /// <summary>The owner's name (<c>uname</c>).</summary>
    public string? User { get; init; }

    /// <summary>The group's name (<c>gname</c>).</summary>
    public string? Group { get; init; }

    /// <summary>The size in bytes (<c>size</c>).</summary>
    public long? Size { get; init; }

    /// <summary>The time of modification in whole seconds since 1970 UTC (<c>time</c>).</summary>
    public long? Modified { get; init; }

    /// <summary>The number of links (<c>nlink</c>).</summary>
    public long? Links { get; init; }

    /// <summary>The text of a symbolic link (<c>link</c>).</summary>
    public string? Target { get; init; }

    /// <summary>The numbers of a device (<c>device</c>).</summary>
    public DeviceNumber? Device { get; init; }

    /// <summary>The MD5 of the content (<c>md5</c>, <c>md5digest</c>).</summary>
    public Digest? Md5 { get; init; }

    /// <summary>The SHA-256 of the content (<c>sha256</c>, <c>sha256digest</c>).</summary>
    public Digest? Sha256 { get; init; }

    /// <summary>What tells the object from all others, whatever its names (<c>resdevice</c> and <c>inode</c>).</summary>
    public string? Inode { get; init; }

    /// <summary>The file flags of the BSDs, as they are spelled (<c>flags</c>).</summary>
    public string? Flags { get; init; }

    /// <summary>Whether it may be missing (<c>optional</c>).</summary>
    public bool IsOptional { get; init; }
}
