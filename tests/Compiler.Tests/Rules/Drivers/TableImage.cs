using System.Text;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules.Drivers;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.Rules.Drivers;

/// <summary>Images of which only the names and a few tables are known.</summary>
internal static class TableImage
{
    /// <summary>What the rules about tables find in an image of the files <paramref name="files"/>, in the order it is shown.</summary>
    public static IReadOnlyList<Finding> Findings(params (string Path, string Content)[] files) =>
        Judged(Of(files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Content))));

    /// <summary>What the rules about tables find in <paramref name="image"/>, in the order it is shown.</summary>
    public static IReadOnlyList<Finding> Judged(AuditedImage image) =>
        new Policy { BuiltIn = image.Profile.Exceptions }.Judge(DriverRules.Check(image)).Findings;

    /// <summary>An image of <paramref name="files"/>.</summary>
    public static AuditedImage Of(IReadOnlyDictionary<string, byte[]> files) => Scan(
        new FileTree(WithParents(files.ToDictionary(file => ImagePath.Parse(file.Key), file => NewInode.File(0x1a4, 0, new MemoryBytes(file.Value))))),
        AccountTables.Base);

    private static AuditedImage Scan(FileTree tree, AccountTables accounts) => ImageScan.Read(
        new AuditInput { Tree = tree, Profile = SmartOs.Profile, Accounts = accounts },
        new AuditSettings(1, CancellationToken.None));

    private static IEnumerable<TreeEntry> WithParents(Dictionary<ImagePath, Inode> inodes)
    {
        inodes.TryAdd(ImagePath.Root, NewInode.Directory(0x1ed, 0));
        foreach (ImagePath path in inodes.Keys.ToArray())
        {
            for (ImagePath parent = path.Parent; inodes.TryAdd(parent, NewInode.Directory(0x1ed, 0)); parent = parent.Parent)
            {
            }
        }
        return inodes.Select(pair => new TreeEntry(pair.Key, pair.Value));
    }
}
