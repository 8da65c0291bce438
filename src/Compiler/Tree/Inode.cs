using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Compiler.Tree;

/// <summary>
/// One object of a file system, whatever the number of its names: two entries of a tree are hard links to each other when
/// they hold the same instance. The same type is what the writers take and the readers give, so that reading what was
/// written gives the tree back.
/// </summary>
public sealed class Inode
{
    /// <summary>What the object is.</summary>
    public required FileKind Kind { get; init; }

    /// <summary>The low 12 bits of the mode: set-id, sticky and permission bits.</summary>
    public required int Permissions { get; init; }

    /// <summary>The owner's number.</summary>
    public required uint Uid { get; init; }

    /// <summary>The group's number.</summary>
    public required uint Gid { get; init; }

    /// <summary>The time of the last modification, in seconds since 1970 UTC.</summary>
    public required long Modified { get; init; }

    /// <summary>The bytes of a regular file; empty for everything else.</summary>
    public ByteSource Content { get; init; } = MemoryBytes.Empty;

    /// <summary>The literal text of a symbolic link; empty for everything else.</summary>
    public string Target { get; init; } = "";

    /// <summary>The numbers of a device; 0,0 for everything else.</summary>
    public DeviceNumber Device { get; init; }

    /// <summary>The size as stat(2) gives it for files and links, in bytes; 0 for everything else.</summary>
    public long Size => Kind switch
    {
        FileKind.Regular => Content.Length,
        FileKind.SymbolicLink => Grammar.Source.EscapedUtf8.ByteCount(Target),
        _ => 0,
    };
}

/// <summary>The numbers of a device node.</summary>
public readonly record struct DeviceNumber(uint Major, uint Minor);
