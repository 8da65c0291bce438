namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>What a segment comes to.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Path">The path, without tokens, which need not be absolute; null where the linker drops the segment.</param>
/// <param name="Obstacle">The token that could not be expanded; null where all could.</param>
public readonly record struct ExpandedPath(SearchSegment Segment, string? Path, PathToken? Obstacle)
{
    /// <summary>Whether <c>$ORIGIN</c> went into it, which a process with rights of others does not trust.</summary>
    public bool HasOrigin => Segment.Has(PathToken.Origin);
}
