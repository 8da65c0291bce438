using ManifestLinker.Compiler.Bytes;

namespace ManifestLinker.Linker.Partitions;

/// <summary>What planning gives: a <see cref="DiskPlan"/> or a <see cref="DiskUnrepresentable"/>.</summary>
public abstract class DiskResult
{
    private protected DiskResult()
    {
    }
}

/// <summary>The content is such that no disk can be made of it.</summary>
public sealed class DiskUnrepresentable : DiskResult
{
    internal DiskUnrepresentable(IReadOnlyList<string> objections) => Objections = objections;

    /// <summary>All that stands in the way, a sentence each, without a full stop; at least one.</summary>
    public IReadOnlyList<string> Objections { get; }
}

/// <summary>A disk with everything in its place, which is put together as it is read.</summary>
public sealed class DiskPlan : DiskResult
{
    internal DiskPlan(ByteSource image, DiskLayout layout)
    {
        Image = image;
        Layout = layout;
    }

    /// <summary>
    /// The whole disk, with holes where nothing lies. Reading a range reads the contents that lie in it, and may fail as they do; any number of threads may read.
    /// </summary>
    public ByteSource Image { get; }

    /// <summary>Where what lies.</summary>
    public DiskLayout Layout { get; }
}
