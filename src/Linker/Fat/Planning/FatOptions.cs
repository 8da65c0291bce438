namespace ManifestLinker.Linker.Fat;

/// <summary>What a FAT32 image is made with, besides its tree.</summary>
public sealed record FatOptions
{
    /// <summary>Sectors of the image, of 512 bytes each. All of them are the file system.</summary>
    public required long Sectors { get; init; }

    /// <summary>The label of the volume: 1 to 11 of letters, digits, blanks and a few signs. Letters become capitals.</summary>
    public required string Label { get; init; }

    /// <summary>The time of everything, in seconds since 1970 UTC; an odd second becomes the even one before it.</summary>
    public required long Time { get; init; }

    /// <summary>The serial number of the volume.</summary>
    public uint Serial { get; init; }

    /// <summary>Sectors before the image on its disk; mkfs of illumos writes 0 wherever the image lies.</summary>
    public uint HiddenSectors { get; init; }
}
