namespace ManifestLinker.Compiler.Tree;

/// <summary>How long the paths in a tree may be.</summary>
public static class PathLimit
{
    /// <summary>
    /// PATH_MAX of illumos, in bytes: no program there can name anything longer. Readers refuse more, because a listing of a few
    /// kilobytes could otherwise stand for paths of gigabytes.
    /// </summary>
    public const int Bytes = 1024;
}
