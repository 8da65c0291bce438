namespace ManifestLinker.Linker.Partitions;

/// <summary>Types of partitions (illumos <c>sys/efi_partition.h</c>).</summary>
public static class PartitionTypes
{
    /// <summary>A file system that firmware starts from.</summary>
    public static readonly Guid EfiSystem = new("C12A7328-F81F-11D2-BA4B-00A0C93EC93B");

    /// <summary>The second stage of the loader, as it is.</summary>
    public static readonly Guid IllumosBoot = new("6A82CB45-1DD2-11B2-99A6-080020736631");

    /// <summary>A root file system of illumos.</summary>
    public static readonly Guid IllumosRoot = new("6A85CF4D-1DD2-11B2-99A6-080020736631");

    /// <summary>What illumos keeps for itself on every disk.</summary>
    public static readonly Guid IllumosReserved = new("6A945A3B-1DD2-11B2-99A6-080020736631");
}
