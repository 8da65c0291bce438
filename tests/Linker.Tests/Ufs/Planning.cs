using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Tests.Trees;
using ManifestLinker.Linker.Ufs;

namespace ManifestLinker.Linker.Tests.Ufs;

/// <summary>Plans that are expected to come out.</summary>
internal static class Planning
{
    public const string Empty = "d lost+found 0700 0 0";

    public static UfsPlan Plan(FileTree tree, UfsSize size, int block = 4096, int fragment = 1024)
    {
        UfsResult result = UfsPlanner.Plan(tree, new UfsOptions { Size = size, Time = TreeListing.DefaultTime, BlockSize = block, FragmentSize = fragment });
        if (result is UfsUnrepresentable no) no.Objections.Should().BeEmpty();
        if (result is UfsShortage shortage) shortage.ToString().Should().BeEmpty();
        return result.Should().BeOfType<UfsPlan>().Subject;
    }

    public static UfsPlan Plan(string listing, UfsSize? size = null, int block = 4096, int fragment = 1024) =>
        Plan(TreeListing.Parse(listing), size ?? new UfsSize.Auto(), block, fragment);
}
