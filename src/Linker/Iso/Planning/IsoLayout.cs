using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>
/// Gives everything its blocks, which are sectors here: descriptors, both path tables, directories, what Rock Ridge has outside of them, the boot
/// catalogue, and the contents of files in the order of their first names.
/// </summary>
internal sealed class IsoLayout
{
    /// <summary>The most that one section of a file holds: its bytes have 32 bits, and are whole sectors where another one follows.</summary>
    public const long LargestSection = uint.MaxValue / IsoFormat.Sector * (long)IsoFormat.Sector;

    // Drives that read ahead find something there, as with mkisofs -pad.
    private const int PaddingSectors = 150;

    private readonly Dictionary<Inode, uint> contents = [];
    private uint next = IsoFormat.FirstDescriptor;

    private IsoLayout(FileTree tree, IsoOptions options)
    {
        Options = options;
        var serials = new Dictionary<Inode, uint>();
        foreach (TreeEntry entry in tree.Entries) serials.TryAdd(entry.Inode, (uint)serials.Count + 1);
        Directories = PlannedDirectory.Of(tree, serials, options);

        // A primary descriptor, a boot record if there is something to start, and the terminator.
        Take((options.Boot.Count > 0 ? 3 : 2) * IsoFormat.Sector);
        PathTableBytes = Directories.Sum(directory => PathTable.BytesFor(directory.Name.Length));
        LowPathTable = Take(PathTableBytes);
        HighPathTable = Take(PathTableBytes);
        foreach (PlannedDirectory directory in Directories) directory.Block = Take(directory.Bytes);
        PlaceAreas();
        if (options.Boot.Count > 0) Catalogue = Take(IsoFormat.Sector);
        FirstContent = next;
        foreach (TreeEntry entry in tree.Entries)
        {
            if (entry.Inode.Content.Length > 0 && !contents.ContainsKey(entry.Inode)) contents.Add(entry.Inode, Take(entry.Inode.Content.Length));
        }
        Take(PaddingSectors * IsoFormat.Sector);
        Sectors = next;
    }

    public IsoOptions Options { get; }

    /// <summary>All directories, in the order of a path table.</summary>
    public IReadOnlyList<PlannedDirectory> Directories { get; }

    /// <summary>Bytes of one path table.</summary>
    public long PathTableBytes { get; }

    public uint LowPathTable { get; }

    public uint HighPathTable { get; }

    /// <summary>The boot catalogue; 0 where there is none.</summary>
    public uint Catalogue { get; }

    /// <summary>Where the contents begin; empty files are said to lie here.</summary>
    public uint FirstContent { get; }

    /// <summary>All sectors of the image.</summary>
    public uint Sectors { get; }

    /// <summary>The contents, each once, and their first blocks.</summary>
    public IReadOnlyDictionary<Inode, uint> Contents => contents;

    public static IsoLayout Of(FileTree tree, IsoOptions options) => new(tree, options);

    // Areas do not cross from one sector into the next, which some readers could not follow.
    private void PlaceAreas()
    {
        int used = IsoFormat.Sector;
        foreach (PlannedRecord record in Directories.SelectMany(directory => directory.Records))
        {
            if (record.Section > 0) continue;
            foreach (int area in record.Areas.Outside)
            {
                int bytes = record.Areas.BytesOf(area);
                if (used + bytes > IsoFormat.Sector)
                {
                    Take(IsoFormat.Sector);
                    used = 0;
                }
                record.Areas.Place(area, next - 1, used);
                used += bytes;
            }
        }
    }

    private uint Take(long bytes)
    {
        uint first = next;
        next = checked(next + (uint)IsoFormat.SectorsOf(bytes));
        return first;
    }
}
