namespace ManifestLinker.Linker.Iso.Format;

/// <summary>Where things stand on a volume of ISO 9660 (ECMA-119, sections 6 to 8).</summary>
internal static class IsoFormat
{
    /// <summary>Bytes of a logical sector: descriptors are one, and no directory record crosses from one into the next.</summary>
    public const int Sector = 2048;

    /// <summary>The first sector of the descriptors; what lies before is left to boot loaders.</summary>
    public const int FirstDescriptor = 16;

    /// <summary>More descriptors than any volume has.</summary>
    public const int MostDescriptors = 64;

    /// <summary>The types of descriptors.</summary>
    public const byte BootRecord = 0, Primary = 1, Terminator = 255;

    /// <summary>What a descriptor has behind its type, and the version behind that.</summary>
    public static ReadOnlySpan<byte> Identifier => "CD001"u8;

    /// <summary>Who a boot record is for, at byte 7 of the descriptor, where it is a boot catalogue (El Torito 1.0, figure 7).</summary>
    public static ReadOnlySpan<byte> ElTorito => "EL TORITO SPECIFICATION"u8;

    /// <summary>Where the block of the boot catalogue stands in such a boot record, as four bytes with the low one first.</summary>
    public const int CatalogueBlock = 0x47;

    /// <summary>In the primary descriptor: the texts that say which system it is for and what it is called, each 32 bytes.</summary>
    public const int System = 8, Label = 40, LabelBytes = 32;

    /// <summary>In the primary descriptor: the blocks of the volume, the number of media, the number of this one, the bytes of a block.</summary>
    public const int Blocks = 80, Media = 120, Medium = 124, BlockSize = 128;

    /// <summary>In the primary descriptor: the bytes of a path table, and where the one with the low bytes first and the other one lie.</summary>
    public const int PathTableBytes = 132, LowPathTable = 140, HighPathTable = 148;

    /// <summary>In the primary descriptor: the directory record of the top directory.</summary>
    public const int TopRecord = 156;

    /// <summary>In the primary descriptor: texts that nobody needs, one of them the name of the program that made it, and where they end.</summary>
    public const int Texts = 190, Application = 574, TextsEnd = 813;

    /// <summary>In the primary descriptor: when it was made, changed, when it is to be thrown away and when to be used; and the version of all this.</summary>
    public const int Made = 813, Changed = 830, Expires = 847, Effective = 864, StructureVersion = 881;

    /// <summary>The sectors that bytes take.</summary>
    public static long SectorsOf(long bytes) => (bytes + Sector - 1) / Sector;
}
