using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Extents;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Tests.Trees;

namespace ManifestLinker.Linker.Tests.Fat;

/// <summary>FAT images to look at, and trees for them.</summary>
internal static class FatImage
{
    public const long Time = 1_767_323_045;

    /// <summary>About the fewest sectors that FAT32 can have.</summary>
    public const long Few = 70_000;

    public static readonly FatOptions Options = new() { Sectors = Few, Label = "smartos", Time = Time, Serial = 0x12345678 };

    /// <summary>What is hard: deep, long, empty, odd, many.</summary>
    public static readonly FileTree Tree = TreeListing.Parse($"""
        f boot/loader 0644 0 0 size=300000
        f boot/loader.conf 0644 0 0 text=console
        f boot/LOADER2.RC 0644 0 0 text=rc
        f boot/Forth.4th 0644 0 0 size=513
        f platform/i86pc/amd64/boot_archive 0644 0 0 size=2000001
        f platform/i86pc/amd64/boot_archive.hash 0644 0 0 text=hash
        f platform/i86pc/amd64/boot_archive.manifest 0644 0 0 size=512
        f a/b/c/d/e/f/g/h/i/deep 0644 0 0 text=deep
        f {new string('n', 255)} 0644 0 0 text=long
        f {new string('t', 13)} 0644 0 0 text=thirteen
        f {new string('t', 26)} 0644 0 0 text=twenty-six
        f odd/a\040name\040with\040blanks.text 0644 0 0 text=blanks
        f odd/\303\251t\303\251 0644 0 0 text=summer
        f odd/.hidden 0644 0 0 text=hidden
        f odd/..two 0644 0 0 text=dots
        f odd/a+b=c,[d];e 0644 0 0 text=signs
        f odd/LONGFI~1.TXT 0644 0 0 text=first
        f odd/longfilename.txt 0644 0 0 text=second
        f odd/longfilename2.txt 0644 0 0 text=third
        f empty 0600 0 0
        d nothing 1777 0 0
        {string.Join('\n', Enumerable.Range(0, 300).Select(i => $"f many/file-number-{i} 0644 0 0 text={i}"))}
        """);

    public static FatPlan Planned(FileTree tree, FatOptions? options = null)
    {
        FatResult result = FatPlanner.Plan(tree, options ?? Options);
        return result is FatUnrepresentable { Objections: var objections }
            ? throw new InvalidOperationException(string.Join(", ", objections))
            : (FatPlan)result;
    }

    /// <summary>A sparse file with the bytes of <paramref name="image"/>.</summary>
    public static string Written(TemporaryFolder folder, string name, ByteSource image)
    {
        using FileStream file = File.Create(folder.At(name));
        file.SetLength(image.Length);
        foreach ((long offset, long length) in image.DataRuns())
        {
            file.Position = offset;
            image.Slice(offset, length).ReadThrough(bytes => file.Write(bytes));
        }
        return folder.At(name);
    }

    /// <summary>One line for each name, with what FAT can hold of it.</summary>
    public static string[] Describe(FileTree tree) =>
    [
        .. tree.Entries.Select(entry => $"{entry.Path}|{entry.Inode.Kind}|{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(entry.Inode.Content.ToArray()))}"),
    ];

    /// <summary>The files of a tree by path.</summary>
    public static IEnumerable<(string Path, byte[] Content)> Files(FileTree tree) =>
        tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular).Select(entry => (entry.Path.Text, entry.Inode.Content.ToArray()));

    public static byte[] ContentOf(FileTree tree, string path) => tree.Find(ImagePath.Parse(path))!.Content.ToArray();
}
