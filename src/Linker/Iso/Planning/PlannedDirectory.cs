using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>A directory of an image, with all its records; where it lies is known later.</summary>
internal sealed class PlannedDirectory
{
    // An even number of bytes, whose length fits into one.
    private const int LongestRecord = 254;

    private PlannedDirectory(TreeEntry entry, PlannedDirectory? parent, byte[] name)
    {
        Entry = entry;
        Parent = parent ?? this;
        Name = name;
    }

    /// <summary>What it is in the tree.</summary>
    public TreeEntry Entry { get; }

    /// <summary>The directory above; itself for the top one.</summary>
    public PlannedDirectory Parent { get; }

    /// <summary>Its plain name.</summary>
    public byte[] Name { get; }

    /// <summary>Its number in the path tables, from 1 on.</summary>
    public int Number { get; private set; }

    /// <summary>Its records in order: itself, its parent, and what it holds.</summary>
    public IReadOnlyList<PlannedRecord> Records { get; private set; } = [];

    /// <summary>Its bytes, whole sectors.</summary>
    public long Bytes { get; private set; }

    /// <summary>Its first block.</summary>
    public uint Block { get; set; }

    /// <summary>
    /// The directories of <paramref name="tree"/> in the order of a path table: level by level, and within a level by the number of the parent and by
    /// name (ECMA-119, 6.9.1).
    /// </summary>
    public static IReadOnlyList<PlannedDirectory> Of(FileTree tree, IReadOnlyDictionary<Inode, uint> serials, IsoOptions options)
    {
        var all = new List<PlannedDirectory> { new(tree.Entries[0], null, [0]) };
        for (int i = 0; i < all.Count; i++)
        {
            PlannedDirectory directory = all[i];
            directory.Number = i + 1;
            List<PlannedRecord> records = [Special(directory, [0]), Special(directory.Parent, [1], isTopsOwn: false)];
            foreach ((byte[] name, TreeEntry child) in PlainNames.Of(tree.Children(directory.Entry.Path)))
            {
                PlannedDirectory? below = child.Inode.Kind == FileKind.Directory ? new PlannedDirectory(child, directory, name) : null;
                if (below is not null) all.Add(below);
                IEnumerable<byte[]> entries = RockRidgeEntries.Particulars(child.Path.Name, child.Inode).Concat(AttributesOf(child));
                var areas = new EntryAreas(entries, LongestRecord - DirectoryRecord.BytesFor(name.Length));
                int sections = (int)Math.Max(1, (child.Inode.Content.Length + IsoLayout.LargestSection - 1) / IsoLayout.LargestSection);
                for (int section = 0; section < sections; section++) records.Add(new PlannedRecord(name, child, below, areas, section));
            }
            directory.Records = records;
            directory.Bytes = Packed(records);
        }
        return all;

        PlannedRecord Special(PlannedDirectory directory, byte[] name, bool isTopsOwn = true)
        {
            IEnumerable<byte[]> entries = AttributesOf(directory.Entry);
            if (isTopsOwn && directory.Parent == directory) entries = RockRidgeEntries.InUse().Concat(entries);
            return new PlannedRecord(name, directory.Entry, directory, new EntryAreas(entries, LongestRecord - DirectoryRecord.BytesFor(name.Length)), 0);
        }

        IEnumerable<byte[]> AttributesOf(TreeEntry entry) => RockRidgeEntries.Attributes(entry.Inode, tree.Links(entry), serials[entry.Inode], options);
    }

    // Records do not cross from one sector into the next.
    private static long Packed(List<PlannedRecord> records)
    {
        long at = 0;
        foreach (PlannedRecord record in records)
        {
            record.Offset = at = IsoFormat.Sector - (at % IsoFormat.Sector) < record.Bytes ? IsoFormat.SectorsOf(at) * IsoFormat.Sector : at;
            at += record.Bytes;
        }
        return IsoFormat.SectorsOf(at) * IsoFormat.Sector;
    }
}
