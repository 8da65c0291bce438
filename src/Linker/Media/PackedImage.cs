using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Gzip;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Tar;

namespace ManifestLinker.Linker.Media;

/// <summary>Writes images in packed form. The bytes depend neither on the number of threads nor on the time of the run.</summary>
public static class PackedImage
{
    // As much as a chunk of the compressor: what is a hole is found as a whole.
    private const int Piece = ParallelGzipStream.ChunkSize;

    /// <summary>Compresses <paramref name="image"/> to <paramref name="output"/> with gzip, on <paramref name="jobs"/> threads.</summary>
    public static void WriteGzip(ByteSource image, Stream output, int jobs, Action<long> advance, CancellationToken cancel)
    {
        using var gzip = new ParallelGzipStream(output, jobs, cancel);
        new ObservedBytes(image, advance).ReadThrough(gzip.Write, Piece, cancel);
        gzip.Complete();
    }

    /// <summary>
    /// Packs <paramref name="tree"/> to <paramref name="output"/> as a compressed tar archive whose members belong to root; images are members without
    /// their holes.
    /// </summary>
    public static void WriteTar(FileTree tree, Stream output, int jobs, CancellationToken cancel)
    {
        using var gzip = new ParallelGzipStream(output, jobs, cancel);
        TarArchive.Write(tree, gzip, new TarOptions { OwnedByRoot = true, Sparse = true }, cancel);
        gzip.Complete();
    }
}
