using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Compare;

/// <summary>A tree as <see cref="TreeListing"/> has it, with ELF objects besides: <c>e PATH MODE UID GID WORDS</c>, the words as <see cref="ElfListing"/> has them.</summary>
internal static class ImageListing
{
    public static FileTree Parse(string listing)
    {
        string[] lines = listing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return TreeListing.Parse(string.Join('\n', lines.Where(line => !line.StartsWith("e ", StringComparison.Ordinal))))
            .With(TreeListing.DefaultTime, lines.Where(line => line.StartsWith("e ", StringComparison.Ordinal)).Select(Object));
    }

    private static TreeEntry Object(string line)
    {
        string[] words = line.Split(' ', 6);
        return new TreeEntry(ImagePath.Parse(words[1]), new Inode
        {
            Kind = FileKind.Regular,
            Permissions = Convert.ToInt32(words[2], 8),
            Uid = uint.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture),
            Gid = uint.Parse(words[4], System.Globalization.CultureInfo.InvariantCulture),
            Modified = TreeListing.DefaultTime,
            Content = new MemoryBytes(ElfListing.Bytes(words.Length > 5 ? words[5] : "")),
        });
    }
}
