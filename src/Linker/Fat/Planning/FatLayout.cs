using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat.Format;

namespace ManifestLinker.Linker.Fat;

/// <summary>
/// Gives everything its clusters: the top directory first, then each file and directory in the order of their paths, in one piece. So every chain is
/// n, n + 1 and so on, and nothing is left free before the last.
/// </summary>
internal sealed class FatLayout
{
    private readonly Dictionary<ImagePath, uint> starts = [];
    private readonly List<uint> ends = [];

    private FatLayout(FileTree tree, FatOptions options)
    {
        Options = options;
        Geometry = FatGeometry.Of(options.Sectors);
        var directories = new List<PlannedDirectory>();
        foreach (TreeEntry entry in tree.Entries)
        {
            long bytes = entry.Inode.Size;
            if (entry.Inode.Kind == FileKind.Directory)
            {
                directories.Add(new PlannedDirectory(entry, tree.Children(entry.Path)));
                bytes = directories[^1].Bytes;
            }
            starts.Add(entry.Path, Take(bytes));
        }
        Directories = directories;
    }

    public FatOptions Options { get; }

    public FatGeometry Geometry { get; }

    public IReadOnlyList<PlannedDirectory> Directories { get; }

    /// <summary>The first cluster of everything; 0 for an empty file, which has none.</summary>
    public IReadOnlyDictionary<ImagePath, uint> Starts => starts;

    /// <summary>The last clusters of everything, rising; the first is that of the top directory.</summary>
    public IReadOnlyList<uint> Ends => ends;

    /// <summary>The first cluster that is free.</summary>
    public uint Next { get; private set; } = FatFormat.FirstCluster;

    /// <summary>How many clusters are free.</summary>
    public long Free => Geometry.Clusters - (Next - FatFormat.FirstCluster);

    /// <summary>The layout of a tree that <see cref="FatObjections"/> has nothing against.</summary>
    public static FatLayout Of(FileTree tree, FatOptions options) => new(tree, options);

    private uint Take(long bytes)
    {
        if (bytes == 0) return 0;
        uint first = Next;
        Next = checked(Next + (uint)Geometry.ClustersFor(bytes));
        ends.Add(Next - 1);
        return first;
    }
}
