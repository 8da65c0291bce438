using System.IO.Abstractions;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Open;

namespace ManifestLinker.Linker.Tests.Iso;

/// <summary>ISO images that programs of others make, and the directory that they make them of.</summary>
internal static class ForeignIso
{
    /// <summary>A command for each program that makes images with Rock Ridge, and each way it stores hard links.</summary>
    public static readonly string[][] WithRockRidge =
    [
        ["genisoimage", "-quiet", "-R"],
        ["genisoimage", "-quiet", "-R", "-J", "-joliet-long"],
        ["xorriso", "-as", "mkisofs", "-quiet", "-R"],
        ["xorriso", "-as", "mkisofs", "-quiet", "-R", "-J", "--hardlinks"],
    ];

    /// <summary>The image that <paramref name="command"/> makes of <paramref name="directory"/>.</summary>
    public static ByteSource Make(TemporaryFolder folder, string[] command, string directory)
    {
        ForeignTool.Run(command[0], [.. command[1..], "-o", folder.At("image.iso"), directory]).Exits(0);
        return new MemoryBytes(File.ReadAllBytes(folder.At("image.iso")));
    }

    /// <summary>The tree of a directory of the host.</summary>
    public static FileTree HostTreeOf(string directory) =>
        HostTree.Read(new LinuxHost(new FileSystem()), directory, CancellationToken.None);

    /// <summary>A directory with what is hard: deep, long, linked, empty, odd.</summary>
    public static string Fill(TemporaryFolder folder)
    {
        folder.Write("in/a/b/c/d/e/f/g/h/i/j/deep", "deep\n");
        folder.Write("in/boot/Loader.Conf", "console=\"text\"\n");
        folder.Write("in/" + new string('n', 240), "long");
        folder.Write("in/set", new byte[5000]);
        folder.Write("in/blank and #é", "odd");
        folder.Write("in/none", "");
        folder.Write("in/none too", "");
        foreach (int i in Enumerable.Range(0, 300)) folder.Write($"in/many/file-number-{i}.txt", $"{i}");
        Directory.CreateDirectory(folder.At("in/empty"));
        foreach ((string name, string target) in new[]
        {
            ("plain", "boot/Loader.Conf"), ("up", "../../x"), ("dots", "./a/../b"), ("top", "/"), ("absolute", "/usr/bin"), ("double", "//a///b"),
            ("long", string.Join('/', Enumerable.Repeat("component", 30)) + "/end"), ("longer", new string('t', 200) + "/x"),
        })
        {
            File.CreateSymbolicLink(folder.At("in/l-" + name), target);
        }
        ForeignTool.Run("ln", folder.At("in/set"), folder.At("in/boot/twice")).Exits(0);
        if (Machine.IsRoot) ForeignTool.Run("chown", "1234:70000", folder.At("in/set"), folder.At("in/empty")).Exits(0);
        ForeignTool.Run("chmod", "4711", folder.At("in/set")).Exits(0);
        ForeignTool.Run("chmod", "1777", folder.At("in/empty")).Exits(0);
        ForeignTool.Run("mkfifo", folder.At("in/pipe")).Exits(0);
        File.SetLastWriteTimeUtc(folder.At("in/none"), new DateTime(1969, 7, 20, 20, 17, 40, DateTimeKind.Utc));
        File.SetLastWriteTimeUtc(folder.At("in/set"), new DateTime(2099, 12, 31, 23, 59, 59, DateTimeKind.Utc));
        return folder.At("in");
    }

    /// <summary>What xorriso lists in an image: mode, owner, group, size or device, and path of each name.</summary>
    public static string[] Listed(string image) =>
    [
        .. ForeignTool.Run("xorriso", "-indev", image, "-find", "/", "-exec", "lsdl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(words => string.Join(' ', [words[0], words[2], words[3], words[4], .. words[8..]])),
    ];

    /// <summary>A tree in the form of <see cref="Listed(string)"/>.</summary>
    public static string[] Listed(FileTree tree) =>
    [
        .. tree.Entries.Select(entry => entry.Inode switch
        {
            { Kind: FileKind.SymbolicLink } link => $"{Mode(link)} {link.Uid} {link.Gid} 0 '/{entry.Path}' -> '{link.Target}'",
            { Kind: FileKind.CharacterDevice or FileKind.BlockDevice } node => $"{Mode(node)} {node.Uid} {node.Gid} {node.Device.Major},{node.Device.Minor} '/{entry.Path}'",
            var other => $"{Mode(other)} {other.Uid} {other.Gid} {other.Size} '/{entry.Path}'",
        }),
    ];

    private static string Mode(Inode inode)
    {
        char[] mode = [KindLetter(inode.Kind), .. "rwxrwxrwx"];
        for (int bit = 0; bit < 9; bit++)
        {
            if ((inode.Permissions & (1 << bit)) == 0) mode[9 - bit] = '-';
        }
        foreach ((int bit, int at, char letter) in new[] { (0x800, 3, 's'), (0x400, 6, 's'), (0x200, 9, 't') })
        {
            if ((inode.Permissions & bit) != 0) mode[at] = mode[at] == 'x' ? letter : char.ToUpperInvariant(letter);
        }
        return new string(mode);
    }

    private static char KindLetter(FileKind kind) => kind switch
    {
        FileKind.Regular => '-',
        FileKind.Directory => 'd',
        FileKind.SymbolicLink => 'l',
        FileKind.CharacterDevice => 'c',
        FileKind.BlockDevice => 'b',
        FileKind.Fifo => 'p',
        _ => 's',
    };
}
