namespace ManifestLinker.Compiler.Merge;

/// <summary>Which of several declarations of a path that contradict each other stays in the union.</summary>
public enum Winner
{
    /// <summary>The first; the others are findings.</summary>
    First,

    /// <summary>The last, as with the sorter that builds platforms today.</summary>
    Last,
}
