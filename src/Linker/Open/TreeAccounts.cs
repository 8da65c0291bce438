using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Linker.Open;

/// <summary>The users and groups that an image has itself.</summary>
public static class TreeAccounts
{
    // No table of accounts comes near it; what does is something else, and not read.
    private const long Most = 16 << 20;

    /// <summary>The accounts in etc/passwd and etc/group of <paramref name="tree"/>, each from <paramref name="otherwise"/> where there is none.</summary>
    public static AccountTables Of(FileTree tree, AccountTables otherwise) => new(
        Table(tree, "etc/passwd") ?? otherwise.Owners,
        Table(tree, "etc/group") ?? otherwise.Groups);

    private static AccountTable? Table(FileTree tree, string path)
    {
        try
        {
            Inode file = TreePath.Resolve(tree, path).Inode;
            return file.Kind == FileKind.Regular && file.Size <= Most
                ? AccountTable.Parse($"the tree's {path}", EscapedUtf8.Decode(file.Content.ToArray()))
                : null;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
