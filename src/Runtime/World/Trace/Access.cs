namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What a program did with a path.</summary>
[Flags]
internal enum Access
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Asked whether it is there, or what it is.</summary>
    Look = 1,

    /// <summary>Opened the directory, to see what is in it.</summary>
    List = 2,

    /// <summary>Opened it for reading.</summary>
    Read = 4,

    /// <summary>Ran it.</summary>
    Run = 8,

    /// <summary>Made, changed, moved or removed it.</summary>
    Write = 16,
}
