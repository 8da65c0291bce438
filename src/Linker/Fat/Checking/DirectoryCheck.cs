using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Fat.Format;
using ManifestLinker.Linker.Problems;

namespace ManifestLinker.Linker.Fat;

/// <summary>Goes through all directories: how each begins, that names are no one else's, and that chains are as long as sizes say.</summary>
internal sealed class DirectoryCheck(FatVolume volume, UsedClusters used, ProblemList problems, CancellationToken cancel)
{
    private readonly TreeLimits limits = new();
    private readonly HashSet<uint> clusters = [];
    private readonly Stack<(ImagePath Path, uint First, uint Above)> waiting = new();

    public void Run()
    {
        Enter(ImagePath.Root, volume.Top, 0);
        while (waiting.TryPop(out (ImagePath Path, uint First, uint Above) directory))
        {
            cancel.ThrowIfCancellationRequested();
            Check(directory.Path, directory.First, directory.Above);
        }
    }

    private void Enter(ImagePath path, uint first, uint above)
    {
        if (first > 0) used.Follow(first, $"the directory '{path}'");
        if (clusters.Add(first)) waiting.Push((path, first, above));
    }

    private void Check(ImagePath directory, uint first, uint above)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var shortNames = new HashSet<string>(StringComparer.Ordinal);
        int index = 0;
        bool hasItself = directory.IsRoot, hasAbove = directory.IsRoot;
        foreach (NamedEntry found in EntryReader.Read(volume, first, clusters, $"the directory '{directory}'"))
        {
            if (index == 0) hasItself |= IsDirectoryAt(found, FatEntry.Itself, first);
            if (index == 1) hasAbove |= IsDirectoryAt(found, FatEntry.Above, above);
            index++;
            if (FatReader.IsSpecial(found.Entry))
            {
                if (index > 2 && (found.Entry.Attributes & FatAttributes.Label) == FatAttributes.None) problems.Add($"'{directory}' has '{found.Name}' not at its beginning", found.Offset);
                continue;
            }
            if (found.HasLostPieces) problems.Add($"before '{found.Name}' in '{directory}' stand pieces of a long name that is not its own", found.Offset);
            if (!names.Add(found.Name) || !shortNames.Add(Convert.ToHexString(found.Entry.Name.Span)))
                problems.Add($"the name '{found.Name}', or its short form, stands twice in '{directory}'", found.Offset);
            Take(directory, found, directory.IsRoot ? 0 : first);
        }
        if (!hasItself || !hasAbove) problems.Add($"the directory '{directory}' does not begin with itself and the one above it", first > 0 ? volume.OffsetOf(first) : null);
    }

    private static bool IsDirectoryAt(NamedEntry found, ReadOnlyMemory<byte> name, uint cluster) =>
        found.Entry.Name.Span.SequenceEqual(name.Span) && (found.Entry.Attributes & FatAttributes.Directory) != FatAttributes.None && found.Entry.Cluster == cluster;

    private void Take(ImagePath directory, NamedEntry found, uint here)
    {
        ImagePath path = directory.Append(found.Name);
        limits.Count(path);
        FatEntry entry = found.Entry;
        if ((entry.Attributes & FatAttributes.Directory) != FatAttributes.None)
        {
            if (entry.Size != 0) problems.Add($"the directory '{path}' is said to have {entry.Size} bytes, and directories say 0", found.Offset);
            if (volume.Holds(entry.Cluster)) Enter(path, entry.Cluster, here);
            else problems.Add($"the directory '{path}' is said to lie in the cluster {entry.Cluster}, which is none", found.Offset);
            return;
        }
        long needed = (entry.Size + volume.ClusterBytes - 1) / volume.ClusterBytes;
        long has = entry.Cluster == 0 ? 0 : used.Follow(entry.Cluster, $"'{path}'");
        if (has != needed) problems.Add($"'{path}' has {has} clusters, and its {entry.Size} bytes need {needed}", found.Offset);
    }
}
