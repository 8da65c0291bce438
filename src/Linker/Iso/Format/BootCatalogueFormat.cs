using System.Buffers.Binary;

namespace ManifestLinker.Linker.Iso.Format;

/// <summary>Where things stand in a boot catalogue: slots of 32 bytes (El Torito 1.0, figures 2 to 6).</summary>
internal static class BootCatalogueFormat
{
    public const int Slot = 32;

    /// <summary>What the first slot begins with, and what it ends with.</summary>
    public const byte Validation = 0x01;

    /// <summary>The last two bytes of the first slot.</summary>
    public const ushort Key = 0xaa55;

    /// <summary>What slots begin with that head a section, more of which follow or not, and that go on with an entry.</summary>
    public const byte Section = 0x90, LastSection = 0x91, Extension = 0x44;

    /// <summary>What entries begin with.</summary>
    public const byte Bootable = 0x88, NotBootable = 0x00;

    /// <summary>The platforms whose firmware starts a PC.</summary>
    public const byte Bios = 0x00, Efi = 0xef;

    /// <summary>The sum of the sixteen words of the first slot, which must be 0.</summary>
    public static ushort SumOf(ReadOnlySpan<byte> validation)
    {
        int sum = 0;
        for (int at = 0; at < Slot; at += sizeof(ushort)) sum += BinaryPrimitives.ReadUInt16LittleEndian(validation[at..]);
        return (ushort)sum;
    }
}
