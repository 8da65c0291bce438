using System.Collections;
using ManifestLinker.Linker.Fat.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Fat;

/// <summary>The clusters that something uses, found by following every chain; a cluster of two chains is a problem.</summary>
internal sealed class UsedClusters(FatVolume volume, ProblemList problems)
{
    private readonly BitArray used = new(checked((int)volume.Clusters));

    public bool Holds(uint cluster) => used[(int)(cluster - FatFormat.FirstCluster)];

    /// <summary>
    /// Follows the chain from <paramref name="first"/> on, of something that messages call <paramref name="what"/>, up to its end, to what is none, or to what another one
    /// has; gives the number of clusters.
    /// </summary>
    public long Follow(uint first, string what)
    {
        long count = 0;
        for (uint cluster = first; cluster < volume.End; cluster = volume.EntryOf(cluster))
        {
            if (!volume.Holds(cluster))
            {
                problems.Add($"{what} goes on in the cluster {cluster}, which is none");
                return count;
            }
            if (Holds(cluster))
            {
                problems.Add($"{what} has the cluster {cluster}, which belongs to something else or comes twice", volume.OffsetOf(cluster));
                return count;
            }
            used[(int)(cluster - FatFormat.FirstCluster)] = true;
            count++;
        }
        return count;
    }
}
