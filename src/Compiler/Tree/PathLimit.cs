namespace ManifestLinker.Compiler.Tree;

/// <summary>How long the paths in a tree may be.</summary>
public static class PathLimit
{
    /// <summary>
    /// PATH_MAX of illumos, in bytes: no program there can name anything longer. Readers refuse more, because a listing of a few
    /// kilobytes could otherwise stand for paths of gigabytes.
    /// </summary>
    public const int Bytes = 1024;

    /// <summary>
    /// The most UTF-16 code units that all paths of one tree may have together, and <see cref="Names"/> how many there may be: fifty times what a
    /// platform has. An archive of a few megabytes could otherwise fill any memory.
    /// </summary>
    public const long AllCharacters = 64 * 1024 * 1024;

    /// <summary>The most names that one tree may have.</summary>
    public const int Names = 2_000_000;
}
