using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Iso.Format;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Iso;

/// <summary>Turns a layout into the extents of an image: tables from memory, contents from where they are.</summary>
internal static class IsoImageWriter
{
    public static ExtentBytes Write(FileTree tree, IsoLayout layout)
    {
        var extents = new List<Extent>();
        Add(IsoFormat.FirstDescriptor, DescriptorWriter.Write(layout));
        Add(layout.LowPathTable, PathTable.Of(layout.Directories, lowFirst: true));
        Add(layout.HighPathTable, PathTable.Of(layout.Directories, lowFirst: false));
        foreach (PlannedDirectory directory in layout.Directories)
        {
            Add(directory.Block, ContentOf(directory, layout));
            foreach (PlannedRecord record in directory.Records.Where(record => record.Section == 0))
            {
                foreach (int area in record.Areas.Outside) AddAt(record.Areas.OffsetOf(area), record.Areas.Write(area));
            }
        }
        if (layout.Catalogue > 0) Add(layout.Catalogue, CatalogueWriter.Write(tree, layout));
        HashSet<Inode> withTable = [.. layout.Options.Boot.Where(boot => boot.HasInfoTable).Select(boot => tree.Find(boot.File)!)];
        foreach ((Inode inode, uint block) in layout.Contents)
        {
            foreach (Extent part in withTable.Contains(inode) ? WithTable(inode.Content, block) : [new Extent(0, inode.Content)])
                extents.Add(part with { Offset = part.Offset + (block * (long)IsoFormat.Sector) });
        }
        return new ExtentBytes(layout.Sectors * (long)IsoFormat.Sector, extents);

        void Add(uint block, byte[] bytes) => AddAt(block * (long)IsoFormat.Sector, bytes);

        void AddAt(long offset, byte[] bytes) => extents.Add(new Extent(offset, new MemoryBytes(bytes)));
    }

    private static byte[] ContentOf(PlannedDirectory directory, IsoLayout layout)
    {
        var content = new byte[directory.Bytes];
        foreach (PlannedRecord record in directory.Records)
        {
            (uint block, uint size, bool isMore) = PlaceOf(record, layout);
            RecordFlags flags = (record.Directory is null ? RecordFlags.None : RecordFlags.Directory) | (isMore ? RecordFlags.MoreExtents : RecordFlags.None);
            long modified = layout.Options.Modified ?? record.Entry.Inode.Modified;
            DirectoryRecord.Encode(record.Name, block, size, modified, flags, record.Areas.Write(0)).CopyTo(content.AsSpan((int)record.Offset));
        }
        return content;
    }

    private static (uint Block, uint Size, bool IsMore) PlaceOf(PlannedRecord record, IsoLayout layout)
    {
        if (record.Directory is { } directory) return (directory.Block, (uint)directory.Bytes, false);
        if (!layout.Contents.TryGetValue(record.Entry.Inode, out uint block)) return (layout.FirstContent, 0, false);
        long from = record.Section * IsoLayout.LargestSection;
        long left = record.Entry.Inode.Size - from;
        return (block + (uint)(from / IsoFormat.Sector), (uint)Math.Min(left, IsoLayout.LargestSection), left > IsoLayout.LargestSection);
    }

    // The sum in the table is asked for when the image is read.
    private static Extent[] WithTable(ByteSource program, uint block) =>
    [
        new(0, program.Slice(0, BootInfoTable.Start)),
        new(BootInfoTable.Start, new LazyBytes(BootInfoTable.End - BootInfoTable.Start, () => BootInfoTable.Of(program, block))),
        new(BootInfoTable.End, program.Slice(BootInfoTable.End, program.Length - BootInfoTable.End)),
    ];
}
