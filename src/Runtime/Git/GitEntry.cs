namespace ManifestLinker.Runtime.Git;

/// <summary>What a path of a tree is.</summary>
internal enum GitKind
{
    /// <summary>A file.</summary>
    File,

    /// <summary>A file that may be executed.</summary>
    Program,

    /// <summary>A symbolic link; its text is the blob.</summary>
    Link,

    /// <summary>Not git's: a submodule, or what is ignored. It is left to the disk, with all below it.</summary>
    Disk,
}

/// <summary>What git keeps at a path: the kind, and the name of the blob (empty for what is left to the disk).</summary>
internal readonly record struct GitEntry(GitKind Kind, string Blob)
{
    /// <summary>What is left to the disk.</summary>
    public static readonly GitEntry OnDisk = new(GitKind.Disk, "");

    /// <summary>The low 12 bits of the mode that a checkout under the usual umask gives it.</summary>
    public int Permissions => Kind switch
    {
        GitKind.Program => 0b111_101_101,
        GitKind.Link => 0b111_111_111,
        _ => 0b110_100_100,
    };
}
