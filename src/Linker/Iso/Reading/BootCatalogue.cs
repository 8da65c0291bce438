using System.Buffers.Binary;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Reads boot catalogues (El Torito 1.0).</summary>
public static class BootCatalogue
{
    private const int MostSlots = 32 * IsoFormat.Sector / BootCatalogueFormat.Slot;

    /// <summary>
    /// What firmware can start from <paramref name="image"/>, in the order of the catalogue; nothing where it has none.
    /// <see cref="InvalidDataException"/> where the catalogue makes no sense.
    /// </summary>
    public static IReadOnlyList<BootEntry> Read(ByteSource image)
    {
        byte[]? record = IsoVolume.Descriptors(image).FirstOrDefault(descriptor =>
            descriptor[0] == IsoFormat.BootRecord && descriptor.AsSpan(7, IsoFormat.ElTorito.Length).SequenceEqual(IsoFormat.ElTorito));
        if (record is null) return [];
        long at = BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(IsoFormat.CatalogueBlock)) * (long)IsoFormat.Sector;
        byte[] validation = Slot(image, at, 0);
        if (validation[0] != BootCatalogueFormat.Validation
            || BinaryPrimitives.ReadUInt16LittleEndian(validation.AsSpan(30)) != BootCatalogueFormat.Key
            || BootCatalogueFormat.SumOf(validation) != 0)
        {
            throw BrokenImage.Because($"the boot catalogue does not begin with a validation entry whose checksum is right");
        }
        var entries = new List<BootEntry> { EntryOf(Slot(image, at, 1), validation[1]) };
        int slot = 2;
        for (bool isLast = false; !isLast && slot < MostSlots;)
        {
            byte[] head = Slot(image, at, slot++);
            // Without more sections there need be no last one.
            if (head[0] is not (BootCatalogueFormat.Section or BootCatalogueFormat.LastSection)) break;
            isLast = head[0] == BootCatalogueFormat.LastSection;
            for (int left = BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(2)); left > 0 && slot < MostSlots;)
            {
                byte[] bytes = Slot(image, at, slot++);
                if (bytes[0] == BootCatalogueFormat.Extension) continue;
                entries.Add(EntryOf(bytes, head[1]));
                left--;
            }
        }
        return slot < MostSlots ? entries : throw BrokenImage.Because($"the boot catalogue has more than {MostSlots} slots");
    }

    private static byte[] Slot(ByteSource image, long catalogue, int slot)
    {
        long at = catalogue + (slot * BootCatalogueFormat.Slot);
        return at <= image.Length - BootCatalogueFormat.Slot
            ? image.Slice(at, BootCatalogueFormat.Slot).ToArray()
            : throw BrokenImage.Because($"the boot catalogue lies behind the end of the image");
    }

    private static BootEntry EntryOf(ReadOnlySpan<byte> slot, byte platform) => new(
        platform,
        slot[0] == BootCatalogueFormat.Bootable,
        (byte)(slot[1] & 0x0f),
        BinaryPrimitives.ReadUInt16LittleEndian(slot[2..]),
        BinaryPrimitives.ReadUInt16LittleEndian(slot[6..]),
        BinaryPrimitives.ReadUInt32LittleEndian(slot[8..]));
}
