namespace ManifestLinker.Linker.Partitions;

/// <summary>A partition table as it was read.</summary>
/// <param name="Disk">The identity of the disk.</param>
/// <param name="Partitions">The partitions by their places in the table.</param>
/// <param name="Damage">
/// What is wrong with the table at the beginning of the disk, so that this is the one at its end; a sentence without a full stop. Null where the first one is whole.
/// </param>
public sealed record GptTable(Guid Disk, IReadOnlyList<GptPartition> Partitions, string? Damage);
