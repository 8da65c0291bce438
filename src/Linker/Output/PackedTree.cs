using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Gzip;
using ManifestLinker.Linker.Tar;

namespace ManifestLinker.Linker.Output;

/// <summary>
/// A tree as <c>.tgz</c>. Its top directory has no member, so that unpacking leaves owner and mode of the place alone; no name is absolute or
/// leads upward; links have their literal text; members come in ordinal order, and the gzip header names neither file nor time nor host.
/// </summary>
internal static class PackedTree
{
    /// <summary>Packs <paramref name="tree"/> into <paramref name="file"/>, on <paramref name="jobs"/> threads.</summary>
    public static void Write(FileTree tree, Stream file, int jobs, CancellationToken cancel)
    {
        using var gzip = new ParallelGzipStream(file, jobs, cancel);
        TarArchive.Write(tree, gzip, new TarOptions(), cancel);
        gzip.Complete();
    }
}
