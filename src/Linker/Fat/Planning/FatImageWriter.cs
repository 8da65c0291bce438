using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>Turns a layout into the extents of an image: tables as they follow from it, contents from where they are, and holes everywhere else.</summary>
internal static class FatImageWriter
{
    public static ExtentBytes Write(FileTree tree, FatLayout layout)
    {
        FatGeometry geometry = layout.Geometry;
        var extents = new List<Extent>();
        byte[] boot = BootSectorWriter.Boot(layout);

        // Where nothing is free any more, no cluster is the next one.
        uint next = layout.Free > 0 ? layout.Next : FatFormat.Unknown;
        AddSector(0, new MemoryBytes(boot));
        AddSector(FatGeometry.InfoSector, new MemoryBytes(BootSectorWriter.Info(layout, next)));
        AddSector(FatGeometry.BackupSector, new MemoryBytes(boot));
        AddSector(FatGeometry.BackupSector + FatGeometry.InfoSector, new MemoryBytes(BootSectorWriter.Info(layout, FatFormat.Unknown)));
        var table = new TableBytes(layout.Ends);
        for (int number = 0; number < FatGeometry.Tables; number++) AddSector(FatGeometry.ReservedSectors + (number * geometry.TableSectors), table);
        foreach (PlannedDirectory directory in layout.Directories)
            extents.Add(new Extent(geometry.OffsetOf(layout.Starts[directory.Entry.Path]), new MemoryBytes(directory.Write(layout))));
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Size > 0) extents.Add(new Extent(geometry.OffsetOf(layout.Starts[entry.Path]), entry.Inode.Content));
        }
        return new ExtentBytes(geometry.Sectors * FatFormat.Sector, extents);

        void AddSector(long sector, ByteSource bytes) => extents.Add(new Extent(sector * FatFormat.Sector, bytes));
    }
}
