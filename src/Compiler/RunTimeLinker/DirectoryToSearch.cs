namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>A directory that dependencies of an object are looked for in.</summary>
/// <param name="Path">The directory; null where its segment cannot be expanded.</param>
/// <param name="Segment">The segment of a search path it comes from; null for a default directory.</param>
internal readonly record struct DirectoryToSearch(string? Path, SearchSegment? Segment)
{
    /// <summary>Whether a process with rights of others looks there only if it is trusted: it is not absolute, or <c>$ORIGIN</c> led to it.</summary>
    public bool NeedsTrust => Segment is { } segment && (segment.Has(PathToken.Origin) || Path is null || !Path.StartsWith('/'));
}
