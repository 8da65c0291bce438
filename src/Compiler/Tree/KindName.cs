namespace ManifestLinker.Compiler.Tree;

/// <summary>How messages call the kinds of objects.</summary>
public static class KindName
{
    /// <summary><paramref name="kind"/> in words, as <c>symbolic link</c>.</summary>
    public static string Of(FileKind kind) => kind switch
    {
        FileKind.Regular => "regular file",
        FileKind.Directory => "directory",
        FileKind.SymbolicLink => "symbolic link",
        FileKind.Fifo => "named pipe",
        FileKind.Socket => "socket",
        FileKind.BlockDevice => "block device",
        _ => "character device",
    };

    /// <summary><paramref name="kind"/> in one word where one will do: <c>file</c>.</summary>
    public static string Plain(FileKind kind) => kind == FileKind.Regular ? "file" : Of(kind);
}
