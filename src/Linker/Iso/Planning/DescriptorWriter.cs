using System.Buffers.Binary;
using System.Text;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>Writes the descriptors of a volume (ECMA-119, 8; El Torito 1.0, figure 7).</summary>
internal static class DescriptorWriter
{
    /// <summary>All descriptors, one after the other.</summary>
    public static byte[] Write(IsoLayout layout)
    {
        byte[] boot = layout.Catalogue > 0 ? BootRecord(layout.Catalogue) : [];
        return [.. Primary(layout), .. boot, .. Descriptor(IsoFormat.Terminator)];
    }

    private static byte[] Primary(IsoLayout layout)
    {
        byte[] primary = Descriptor(IsoFormat.Primary);
        primary.AsSpan(IsoFormat.System, 2 * IsoFormat.LabelBytes).Fill((byte)' ');
        Encoding.ASCII.GetBytes(layout.Options.Label).CopyTo(primary, IsoFormat.Label);
        BothOrders.Write32(primary.AsSpan(IsoFormat.Blocks), layout.Sectors);
        BothOrders.Write16(primary.AsSpan(IsoFormat.Media), 1);
        BothOrders.Write16(primary.AsSpan(IsoFormat.Medium), 1);
        BothOrders.Write16(primary.AsSpan(IsoFormat.BlockSize), IsoFormat.Sector);
        BothOrders.Write32(primary.AsSpan(IsoFormat.PathTableBytes), (uint)layout.PathTableBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(primary.AsSpan(IsoFormat.LowPathTable), layout.LowPathTable);
        BinaryPrimitives.WriteUInt32BigEndian(primary.AsSpan(IsoFormat.HighPathTable), layout.HighPathTable);

        // The top directory has one without Rock Ridge here.
        PlannedDirectory top = layout.Directories[0];
        long modified = layout.Options.Modified ?? top.Entry.Inode.Modified;
        DirectoryRecord.Encode([0], top.Block, (uint)top.Bytes, modified, RecordFlags.Directory, []).CopyTo(primary, IsoFormat.TopRecord);
        primary.AsSpan(IsoFormat.Texts..IsoFormat.TextsEnd).Fill((byte)' ');
        "MLC"u8.CopyTo(primary.AsSpan(IsoFormat.Application));
        IsoTime.WriteLong(primary.AsSpan(IsoFormat.Made), layout.Options.Time);
        IsoTime.WriteLong(primary.AsSpan(IsoFormat.Changed), layout.Options.Time);
        IsoTime.WriteLong(primary.AsSpan(IsoFormat.Expires), null);
        IsoTime.WriteLong(primary.AsSpan(IsoFormat.Effective), layout.Options.Time);
        primary[IsoFormat.StructureVersion] = 1;
        return primary;
    }

    private static byte[] BootRecord(uint catalogue)
    {
        byte[] record = Descriptor(IsoFormat.BootRecord);
        IsoFormat.ElTorito.CopyTo(record.AsSpan(7));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(IsoFormat.CatalogueBlock), catalogue);
        return record;
    }

    private static byte[] Descriptor(byte type)
    {
        var descriptor = new byte[IsoFormat.Sector];
        descriptor[0] = type;
        IsoFormat.Identifier.CopyTo(descriptor.AsSpan(1));
        descriptor[6] = 1;
        return descriptor;
    }
}
