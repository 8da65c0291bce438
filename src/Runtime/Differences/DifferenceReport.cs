using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Linker.Compare;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Differences;

/// <summary>What is told of a difference between two images.</summary>
internal sealed class DifferenceReport
{
    /// <summary>The older image, as it was named.</summary>
    public required string OldName { get; init; }

    /// <summary>The newer image, as it was named.</summary>
    public required string NewName { get; init; }

    /// <summary>What differs.</summary>
    public required TreeDifference Difference { get; init; }

    /// <summary>What the run was.</summary>
    public required RunFacts Run { get; init; }

    /// <summary>What the rules say of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The sizes by component; null where no components are known.</summary>
    public required IReadOnlyList<AreaSize>? Components { get; init; }

    /// <summary>The sizes by directory.</summary>
    public required IReadOnlyList<AreaSize> Directories { get; init; }

    /// <summary>The names that are new, and were not moved.</summary>
    public IReadOnlyList<ObjectChange> Added => [.. Difference.Changes.Where(change => change.IsAdded && change.Moved is null)];

    /// <summary>The names that are gone, and were not moved.</summary>
    public IReadOnlyList<ObjectChange> Removed => [.. Difference.Changes.Where(change => change.IsRemoved && change.Moved is null)];

    /// <summary>What was moved, by its older names.</summary>
    public IReadOnlyList<ObjectChange> Moved => [.. Difference.Changes.Where(change => change.IsRemoved && change.Moved is not null)];

    /// <summary>What differs under the same name.</summary>
    public IReadOnlyList<ObjectChange> Changed => [.. Difference.Changes.Where(change => change is { IsAdded: false, IsRemoved: false, IsNoise: false })];

    /// <summary>What differs in nothing that does anything, besides what differs in its time alone.</summary>
    public IReadOnlyList<ObjectChange> Equal => [.. Difference.Changes.Where(change => change is { IsNoise: true, IsTimeAlone: false })];

    /// <summary>How many objects differ in their time alone.</summary>
    public int Times => Difference.Changes.Count(change => change.IsTimeAlone);

    /// <summary>The answer in a few words.</summary>
    public string Answer => Difference.IsNone ? "no differences" : Difference.IsNoise ? "functionally equal" : "not functionally equal";
}
