using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Platform;

/// <summary>
/// A file of a tarball that mlc makes itself, with the attributes of its line; <paramref name="What"/> says in a few words what it holds. A manifest may
/// have the very same line, as today's lists do; nothing else may be in its way.
/// </summary>
public sealed record MadeFile(ImagePath Path, Mode Mode, string Owner, string Group, string What, ByteSource Content)
{
    /// <summary>Its line of a manifest.</summary>
    public string Line => $"f {Path} {Mode} {Owner} {Group}";

    /// <summary>What <paramref name="findings"/> are, given that nobody need deliver this file, and that nothing of <paramref name="union"/> may stand in its way.</summary>
    public IEnumerable<Finding> Judge(Union union, IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            if (finding.Rule != SourceNotFound.Rule || finding.Subject?.Path != Path.Text) yield return finding;
        }
        if (union.Find(Path) is { } taken && taken.ToString() != Line) yield return ReservedPath.At(taken, What);
        for (ImagePath above = Path.Parent; !above.IsRoot; above = above.Parent)
        {
            if (union.Find(above) is { } inTheWay and not DirectoryEntry) yield return ReservedPath.At(inTheWay, $"the directory of '{Path}'");
        }
    }

    /// <summary><paramref name="tree"/> with this file in place of whatever stands in its way; directories that are missing above it belong to root, with mode 0755.</summary>
    public FileTree In(FileTree tree, AccountTables accounts, long time)
    {
        var inode = new Inode
        {
            Kind = FileKind.Regular,
            Permissions = Mode.Bits,
            Uid = accounts.Owners.IdOf(Owner),
            Gid = accounts.Groups.IdOf(Group),
            Modified = time,
            Content = Content,
        };
        var free = new FileTree(tree.Entries.Where(entry => !IsInTheWay(entry)));
        return free.With(time, new TreeEntry(Path, inode));
    }

    private bool IsInTheWay(TreeEntry entry) =>
        entry.Path.IsAtOrBelow(Path) || (entry.Inode.Kind != FileKind.Directory && Path.IsAtOrBelow(entry.Path));
}
