using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>
/// Turns a layout into the extents of an image: every table that has anything in it, every piece of content. All else
/// stays zeros, the slack behind each content too.
/// </summary>
internal static class ImageWriter
{
    public static (ExtentBytes Image, Summary[] Groups) Write(Layout layout, int time)
    {
        UfsGeometry geometry = layout.Geometry;
        var extents = new List<Extent>();
        var summaries = new Summary[geometry.Groups];
        int usedInodes = (int)layout.Placements[^1].Item.Number + 1;
        int ipg = geometry.InodesPerGroup;
        ILookup<int, Placement> byGroup = layout.Placements.ToLookup(placement => (int)placement.Item.Number / ipg);
        for (int group = 0; group < geometry.Groups; group++)
        {
            int used = Math.Clamp(usedInodes - group * ipg, 0, ipg);
            GroupDescriptor cg = GroupWriter.Write(
                geometry, group, layout.Space.FreeRuns(group), used, byGroup[group].Count(IsDirectory), time);
            summaries[group] = cg.Summary;
            Add(geometry.StartOf(group) + geometry.DescriptorAt, cg.Bytes[..GroupMaps.Of(geometry).End]);
            var table = new byte[used * DiskInode.Bytes];
            foreach (Placement placement in byGroup[group])
                InodeWriter.Write(geometry, placement, time).Encode(table.AsSpan((int)placement.Item.Number % ipg * DiskInode.Bytes));
            Add(geometry.StartOf(group) + geometry.InodesAt, table);
        }

        var summaryArea = new byte[geometry.Groups * Summary.Bytes];
        for (int group = 0; group < geometry.Groups; group++) summaries[group].Encode(summaryArea.AsSpan(group * Summary.Bytes));
        Add(geometry.DataAt, summaryArea);

        bool largeFiles = layout.Placements.Any(placement => placement.Item.Content.Length > DiskInode.LargestSmallFile);
        Summary total = summaries.Aggregate((a, b) => a + b);
        var superblock = new MemoryBytes(SuperblockWriter.Write(geometry, total, time, largeFiles));
        extents.Add(new Extent(Superblock.Offset, superblock));
        for (int group = 0; group < geometry.Groups; group++)
            extents.Add(new Extent(geometry.OffsetOf(geometry.StartOf(group) + geometry.BackupAt), superblock));

        foreach (Placement placement in layout.Placements) AddContent(placement);
        return (new ExtentBytes(geometry.ImageBytes, extents), summaries);

        void Add(int fragment, byte[] bytes) => extents.Add(new Extent(geometry.OffsetOf(fragment), new MemoryBytes(bytes)));

        void AddContent(Placement placement)
        {
            foreach ((int fragment, byte[] pointers) in placement.Indirect) Add(fragment, pointers);
            ByteSource content = placement.Item.Content;
            foreach (UfsRun run in placement.Runs)
            {
                long from = run.FileBlock * geometry.BlockSize;
                long length = Math.Min(content.Length - from, (long)run.Fragments * geometry.FragmentSize);
                extents.Add(new Extent(geometry.OffsetOf(run.Fragment), content.Slice(from, length)));
            }
        }
    }

    private static bool IsDirectory(Placement placement) => placement.Item.Inode.Kind == FileKind.Directory;
}
