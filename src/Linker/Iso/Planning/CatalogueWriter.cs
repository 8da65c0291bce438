using System.Buffers.Binary;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Writes boot catalogues (El Torito 1.0, figures 2 to 5): the first entry, and a section for each further one.</summary>
internal static class CatalogueWriter
{
    // The unit of what is loaded.
    private const int VirtualSector = 512;

    /// <summary>The catalogue for what <paramref name="tree"/> is to be started by.</summary>
    public static byte[] Write(FileTree tree, IsoLayout layout)
    {
        IReadOnlyList<IsoBoot> boots = layout.Options.Boot;
        var catalogue = new byte[2 * boots.Count * BootCatalogueFormat.Slot];
        for (int i = 0; i < boots.Count; i++)
        {
            Span<byte> head = catalogue.AsSpan(2 * i * BootCatalogueFormat.Slot, BootCatalogueFormat.Slot);
            head[0] = i == 0 ? BootCatalogueFormat.Validation : i + 1 < boots.Count ? BootCatalogueFormat.Section : BootCatalogueFormat.LastSection;
            head[1] = (byte)boots[i].Platform;
            if (i == 0) Validate(head);
            // A section of one entry.
            else head[2] = 1;
            WriteEntry(catalogue.AsSpan(((2 * i) + 1) * BootCatalogueFormat.Slot), tree.Find(boots[i].File)!, layout);
        }
        return catalogue;
    }

    private static void Validate(Span<byte> head)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(head[30..], BootCatalogueFormat.Key);
        BinaryPrimitives.WriteUInt16LittleEndian(head[28..], unchecked((ushort)-BootCatalogueFormat.SumOf(head)));
    }

    private static void WriteEntry(Span<byte> slot, Inode file, IsoLayout layout)
    {
        slot[0] = BootCatalogueFormat.Bootable;
        long sectors = IsoFormat.SectorsOf(file.Size) * (IsoFormat.Sector / VirtualSector);
        // What has more sectors than fit is everything up to the end of the medium, which UEFI takes 0 for.
        BinaryPrimitives.WriteUInt16LittleEndian(slot[6..], sectors <= ushort.MaxValue ? (ushort)sectors : (ushort)0);
        BinaryPrimitives.WriteUInt32LittleEndian(slot[8..], layout.Contents[file]);
    }
}
