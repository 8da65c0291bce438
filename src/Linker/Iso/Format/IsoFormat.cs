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

    /// <summary>In the primary descriptor: the bytes of a logical block, and the directory record of the top directory.</summary>
    public const int BlockSize = 128, TopRecord = 156;
}
