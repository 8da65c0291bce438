using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Mtree;
using ManifestLinker.Linker.Verify;

namespace ManifestLinker.Linker.Tests.Verify;

/// <summary>Trees compared with the listings of others.</summary>
internal static class Listed
{
    /// <summary>The listing of <paramref name="tree"/>, read back from its text.</summary>
    public static IReadOnlyList<MtreeEntry> Spec(FileTree tree)
    {
        using var text = new StringWriter();
        MtreeWriter.Write(tree, ContentDigests.Of(tree, 1, default), text);
        (IReadOnlyList<MtreeEntry> entries, IReadOnlyList<ListingProblem> problems) = MtreeReader.Read(text.ToString());
        problems.Should().BeEmpty();
        return entries;
    }

    public static Finding[] Compare(FileTree tree, IReadOnlyList<MtreeEntry> spec) => [.. SpecComparison.Compare(tree, spec, ContentDigests.Of(tree, 1, default))];
}
