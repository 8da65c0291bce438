using System.Text;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Runtime.Listings;

/// <summary>Lists a tree as an mtree(5) specification, digests included.</summary>
internal static class MtreeListing
{
    /// <summary>Writes all of <paramref name="tree"/> to <paramref name="output"/>.</summary>
    public static void Write(FileTree tree, Stream output, int jobs, CancellationToken cancel)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        MtreeWriter.Write(tree, ContentDigests.Of(tree, jobs, cancel), writer);
    }
}
