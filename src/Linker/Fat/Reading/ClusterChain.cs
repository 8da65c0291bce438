namespace ManifestLinker.Linker.Fat;

/// <summary>Follows chains of clusters.</summary>
internal static class ClusterChain
{
    /// <summary>
    /// The clusters from <paramref name="first"/> on. <see cref="InvalidDataException"/> where the chain leads out of the volume, into what is free, or is
    /// longer than the volume, which is a loop; <paramref name="what"/> says whose chain it is.
    /// </summary>
    public static IEnumerable<uint> From(FatVolume volume, uint first, string what)
    {
        uint count = 0;
        for (uint cluster = first; ;)
        {
            if (!volume.Holds(cluster)) throw BrokenImage.Because($"{what} goes on in the cluster {cluster}, which is none");
            if (count++ == volume.Clusters) throw BrokenImage.Because($"{what} goes on in a loop");
            yield return cluster;
            uint next = volume.EntryOf(cluster);
            if (next >= volume.End) yield break;
            cluster = next;
        }
    }
}
