using System.IO.Abstractions;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Fat;
using ManifestLinker.Linker.Iso;
using ManifestLinker.Linker.Open;
using ManifestLinker.Linker.Output;
using ManifestLinker.Linker.Partitions;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Platforms;

/// <summary>Media with a platform, put together from the formats alone.</summary>
internal static class WrittenMedium
{
    /// <summary>What starts from a BIOS: a jump, and a header that the root is written into.</summary>
    public static byte[] SecondStage { get; } = [.. BitConverter.GetBytes(0x1BADB002u), 0, 0, 0, 0, .. BitConverter.GetBytes(0xE4524FFEu), .. new byte[1000]];

    /// <summary>A USB image of 400 MB with the platform directory <paramref name="platform"/>.</summary>
    public static string Usb(TemporaryFolder folder, string platform)
    {
        var layout = DiskLayout.Of(400_000_000 / 512 * 512);
        var mbr = new byte[512];
        (mbr[510], mbr[511]) = (0x55, 0xAA);
        var disk = (DiskPlan)DiskPlanner.Plan(layout, new DiskContent
        {
            FirstStage = new MemoryBytes(mbr),
            SecondStage = new MemoryBytes(SecondStage),
            Loader = Fat(Tree(("efi/boot/bootx64.efi", NewInode.File(0x1a4, 0, new MemoryBytes("the loader"u8.ToArray())))), layout.Loader.Sectors, "SYSTEM"),
            Root = Fat(Files(platform), layout.Root.Sectors, "SMARTOSBOOT"),
            Stamp = SmallPlatform.Stamp,
        });
        return Write(folder, "smartos.usb", disk.Image);
    }

    /// <summary>A FAT image with the same files as the root of the USB image.</summary>
    public static string FatOnly(TemporaryFolder folder, string platform) => Write(folder, "fat.img", Fat(Files(platform), 200_000, "SMARTOSBOOT"));

    /// <summary>An ISO image with the same files.</summary>
    public static string Iso(TemporaryFolder folder, string platform) =>
        Write(folder, "smartos.iso", ((IsoPlan)IsoPlanner.Plan(Files(platform), new IsoOptions { Time = SmallPlatform.Time })).Image);

    private static ByteSource Fat(FileTree tree, long sectors, string label) =>
        ((FatPlan)FatPlanner.Plan(tree, new FatOptions { Sectors = sectors, Label = label, Time = SmallPlatform.Time })).Image;

    private static FileTree Files(string platform)
    {
        FileTree tree = HostTree.Read(new LinuxHost(new FileSystem()), platform, CancellationToken.None);
        return Tree(
        [
            ("boot/loader.conf", NewInode.File(0x1a4, 0, new MemoryBytes("console=\"text\"\n"u8.ToArray()))),
            .. tree.Entries.Select(entry => (entry.Path.Below(ImagePath.Parse("platform")).Text, entry.Inode)),
        ]);
    }

    private static FileTree Tree(params (string Path, Inode Inode)[] objects)
    {
        var entries = objects.ToDictionary(item => ImagePath.Parse(item.Path), item => item.Inode);
        foreach (ImagePath path in entries.Keys.ToArray())
        {
            for (ImagePath at = path; !at.IsRoot; at = at.Parent) entries.TryAdd(at.Parent, NewInode.Directory(0x1ed, 0));
        }
        return new FileTree(entries.Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static string Write(TemporaryFolder folder, string name, ByteSource image)
    {
        File.Create(folder.At(name)).Dispose();
        ImageFile.WriteData(image, new FileSystem(), folder.At(name), jobs: 1, _ => { }, CancellationToken.None);
        return folder.At(name);
    }
}
