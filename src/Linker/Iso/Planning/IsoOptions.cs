using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Linker.Iso;

/// <summary>What an ISO image is made with, besides its tree.</summary>
public sealed record IsoOptions
{
    /// <summary>The time of making, in seconds since 1970 UTC: of the volume, and of the last access and change of every object.</summary>
    public required long Time { get; init; }

    /// <summary>The name of the volume: 1 to 32 of <c>A</c> to <c>Z</c>, <c>0</c> to <c>9</c> and <c>_</c>.</summary>
    public string Label { get; init; } = "SMARTOS";

    /// <summary>One time of modification for everything, in seconds since 1970 UTC; null keeps those of the tree.</summary>
    public long? Modified { get; init; }

    /// <summary>Whether everything belongs to root, number 0, instead of the owners in the tree.</summary>
    public bool OwnedByRoot { get; init; }

    /// <summary>What firmware can start, the default first; empty for an image that nothing starts from.</summary>
    public IReadOnlyList<IsoBoot> Boot { get; init; } = [];
}

/// <summary>A file of the tree that firmware can start.</summary>
/// <param name="File">Its path.</param>
/// <param name="Platform">Whose firmware starts it.</param>
/// <param name="HasInfoTable">
/// Whether 56 bytes from byte 8 on are replaced by a boot info table, by which the program finds itself and the volume; the image then differs from
/// the tree there.
/// </param>
public readonly record struct IsoBoot(ImagePath File, BootPlatform Platform, bool HasInfoTable);

/// <summary>A kind of firmware, by its number in a boot catalogue.</summary>
public enum BootPlatform
{
    /// <summary>The BIOS of a PC.</summary>
    Bios = 0x00,

    /// <summary>UEFI.</summary>
    Efi = 0xef,
}
