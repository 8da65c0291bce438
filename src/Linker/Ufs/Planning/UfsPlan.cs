using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Ufs.Format;

namespace ManifestLinker.Linker.Ufs;

/// <summary>A file system with everything in its place, and the image of it, which is put together as it is read.</summary>
public sealed class UfsPlan : UfsResult
{
    private readonly Dictionary<ImagePath, uint> numbers;
    private readonly Dictionary<uint, Placement> placements;
    private readonly Summary[] groups;
    private readonly ExtentBytes image;
    private readonly int time;

    internal UfsPlan(Layout layout, Dictionary<ImagePath, uint> numbers, int time)
    {
        this.numbers = numbers;
        this.time = time;
        Geometry = layout.Geometry;
        placements = layout.Placements.ToDictionary(placement => placement.Item.Number);
        (image, groups) = ImageWriter.Write(layout, time);
        Summary total = groups.Aggregate((a, b) => a + b);
        Usage = new UfsUsage(
            layout.Placements.Sum(placement => placement.Fragments),
            total.FreeBlocks,
            total.FreeFragments,
            Geometry.Inodes - total.FreeInodes,
            total.FreeInodes,
            total.Directories);
    }

    /// <summary>The numbers that say where everything lies.</summary>
    public UfsGeometry Geometry { get; }

    /// <summary>
    /// The whole image, <see cref="UfsGeometry.ImageBytes"/> long. Reading a range reads the contents that lie in it, and
    /// may fail as they do; any number of threads may read.
    /// </summary>
    public ByteSource Image => image;

    /// <summary>What is used and what is left.</summary>
    public UfsUsage Usage { get; }

    /// <summary>The byte ranges of the image that hold something, by rising offset; all between them is zeros and may stay a hole.</summary>
    public IEnumerable<(long Offset, long Length)> DataRuns => image.DataRuns();

    /// <summary>The inode of the object at <paramref name="path"/>; <see cref="KeyNotFoundException"/> where the tree has none.</summary>
    public uint InodeNumber(ImagePath path) => numbers[path];

    /// <summary>Where the content of the object at <paramref name="path"/> lies, in order of the content; nothing for what has none.</summary>
    public IReadOnlyList<UfsRun> Runs(ImagePath path) => placements[numbers[path]].Runs;

    /// <summary>The fragment addresses of the indirect blocks of the object at <paramref name="path"/>.</summary>
    public IReadOnlyList<int> IndirectBlocks(ImagePath path) =>
        [.. placements[numbers[path]].Indirect.Select(block => block.Fragment)];

    /// <summary>Writes the plan as text, a line for each group and each object: the same for the same plan.</summary>
    public void Describe(TextWriter writer) =>
        PlanDescription.Write(writer, this, groups, placements.Values.OrderBy(placement => placement.Item.Number), time);
}
