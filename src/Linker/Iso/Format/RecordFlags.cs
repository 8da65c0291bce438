namespace ManifestLinker.Linker.Iso.Format;

/// <summary>The flags of a directory record (ECMA-119, 9.1.6).</summary>
[Flags]
internal enum RecordFlags : byte
{
    None = 0,

    /// <summary>Not for users; systems show it all the same.</summary>
    Hidden = 0x01,

    Directory = 0x02,

    /// <summary>Belongs to another file of the same name, as resource forks do; systems do not show it.</summary>
    Associated = 0x04,

    /// <summary>The next record goes on with the same file.</summary>
    MoreExtents = 0x80,
}
