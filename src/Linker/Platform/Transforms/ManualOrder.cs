using System.Text;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Manual;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform.Transforms;

/// <summary>The step that tells man(1) in which order to search the sections, from the directories that the image has; what mancf of smartos-live does.</summary>
public static class ManualOrder
{
    private const string Prefix = "man";

    // mancf begins with eight lines of comment, too.
    private const string Head = """
        #
        # The order in which man(1) searches the sections of the manual.
        #
        # It was made of the directories of the image when that was linked:
        # another section, or one more of them, needs another link.
        #
        # man -s SECTION NAME shows the page of one section.
        #

        """;

    /// <summary>Writes <paramref name="file"/>, which a manifest delivers.</summary>
    public static ImageTransform Write(ImagePath file, IReadOnlyList<SectionRank> ranks, long time) => new(
        "order the sections of the manual",
        image => image.WithContent(file, Encoding.UTF8.GetBytes(Text(image, file.Parent, ranks)), time));

    /// <summary>The text for the sections that lie in <paramref name="root"/>.</summary>
    public static string Text(FileTree image, ImagePath root, IReadOnlyList<SectionRank> ranks)
    {
        IEnumerable<string> sections = image.Children(root)
            .Where(child => child.Inode.Kind == FileKind.Directory)
            .Select(child => child.Path.Name)
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.Length > Prefix.Length)
            .Select(name => name[Prefix.Length..]);
        return $"{Head}MANSECTS={string.Concat(SectionOrder.Of(sections, ranks).Select(section => section + ","))}\n";
    }
}
