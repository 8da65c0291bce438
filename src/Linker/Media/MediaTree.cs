using System.Text;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Platform;

namespace ManifestLinker.Linker.Media;

/// <summary>Puts together what a medium holds, the same for every kind: <c>boot</c>, <c>etc/version/boot</c> and <c>platform</c>.</summary>
public static class MediaTree
{
    private static readonly ImagePath PlatformDirectory = ImagePath.Parse("platform");
    private static readonly ImagePath BootVersion = ImagePath.Parse("etc/version/boot");
    private static readonly ImagePath RootPassword = ImagePath.Parse("root.password");

    /// <summary>The contents of a medium.</summary>
    /// <param name="boot">What starts it.</param>
    /// <param name="platform">What it carries.</param>
    /// <param name="console">The console of the system that runs from it.</param>
    /// <param name="time">The time of everything, in seconds since 1970 UTC.</param>
    /// <param name="withRootPassword">
    /// Whether the file <c>root.password</c> of the platform comes along: the password of root in plain text, which everyone can read who has the medium.
    /// </param>
    public static FileTree Of(BootArea boot, MediaPlatform platform, BootConsole console, long time, bool withRootPassword)
    {
        var entries = new List<TreeEntry>();
        entries.AddRange(boot.Tree.Entries.Where(entry => entry.Path.IsAtOrBelow(BootFiles.Directory)));
        entries.AddRange(platform.Tree.Entries
            .Where(entry => withRootPassword || entry.Path != RootPassword)
            .Select(entry => new TreeEntry(entry.Path.Below(PlatformDirectory), entry.Inode)));
        entries.Add(File(BootFiles.LoaderConf, LoaderConfiguration.For(console)));
        entries.Add(File(BootVersion, $"{boot.Stamp ?? platform.Stamp.Text}\n"));
        return new FileTree([new TreeEntry(ImagePath.Root, NewInode.Directory(0x1ed, time))]).With(time, entries);

        TreeEntry File(ImagePath path, string text) => new(path, NewInode.File(0x1a4, time, new MemoryBytes(Encoding.ASCII.GetBytes(text))));
    }
}
