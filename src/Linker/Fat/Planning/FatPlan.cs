using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Fat;

/// <summary>A FAT32 image with everything in its place, which is put together as it is read.</summary>
public sealed class FatPlan : FatResult
{
    internal FatPlan(FileTree tree, FatLayout layout)
    {
        Image = FatImageWriter.Write(tree, layout);
        ClusterBytes = layout.Geometry.ClusterBytes;
        Clusters = layout.Geometry.Clusters;
        FreeClusters = layout.Free;
    }

    /// <summary>
    /// The whole image, with holes where nothing lies. Reading a range reads the contents that lie in it, and may fail as they do; any number of threads may read.
    /// </summary>
    public ByteSource Image { get; }

    /// <summary>Bytes of a cluster.</summary>
    public long ClusterBytes { get; }

    /// <summary>How many clusters there are.</summary>
    public long Clusters { get; }

    /// <summary>How many clusters nothing lies in.</summary>
    public long FreeClusters { get; }

    /// <summary>Bytes of the clusters that nothing lies in.</summary>
    public long FreeBytes => FreeClusters * ClusterBytes;
}
