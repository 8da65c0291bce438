namespace ManifestLinker.Compiler.Tree;

/// <summary>The type in the upper four bits of a mode, the same wherever modes are stored (illumos <c>sys/stat.h</c>).</summary>
public static class ModeBits
{
    /// <summary>The bits of the type, and those of set-id, sticky and permissions.</summary>
    public const int Type = 0xF000, Permissions = 0x0FFF;

    /// <summary>The bits that say <paramref name="kind"/>.</summary>
    public static int Of(FileKind kind) => kind switch
    {
        FileKind.Fifo => 0x1000,
        FileKind.CharacterDevice => 0x2000,
        FileKind.Directory => 0x4000,
        FileKind.BlockDevice => 0x6000,
        FileKind.Regular => 0x8000,
        FileKind.SymbolicLink => 0xA000,
        FileKind.Socket => 0xC000,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    /// <summary>The kind of an object with this mode; null for types that have no name in a directory.</summary>
    public static FileKind? KindOf(int mode) => (mode & Type) switch
    {
        0x1000 => FileKind.Fifo,
        0x2000 => FileKind.CharacterDevice,
        0x4000 => FileKind.Directory,
        0x6000 => FileKind.BlockDevice,
        0x8000 => FileKind.Regular,
        0xA000 => FileKind.SymbolicLink,
        0xC000 => FileKind.Socket,
        _ => null,
    };
}
