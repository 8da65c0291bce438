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
    /// How many characters all paths of a tree may have together. Readers of images refuse more: deep directories with long names
    /// could make paths of any length from an image of any size.
    /// </summary>
    public const long AllCharacters = 64 * 1024 * 1024;
}
