namespace ManifestLinker.Linker.Fat.Format;

/// <summary>The attribute byte of a directory entry.</summary>
[Flags]
internal enum FatAttributes : byte
{
    None = 0,
    ReadOnly = 0x01,
    Hidden = 0x02,
    System = 0x04,

    /// <summary>The entry holds the label of the volume, and no file.</summary>
    Label = 0x08,
    Directory = 0x10,

    /// <summary>Changed since it was last saved; every file has it.</summary>
    Archive = 0x20,

    /// <summary>The entry is a piece of a long name: four attributes that nothing else has together.</summary>
    LongName = ReadOnly | Hidden | System | Label,
}
