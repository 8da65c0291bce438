using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>The search directories in their order: the first that has an object wins.</summary>
public sealed class SearchPath(IReadOnlyList<SearchDirectory> directories)
{
    /// <summary>The directories.</summary>
    public IReadOnlyList<SearchDirectory> Directories => directories;

    /// <summary>The directories that have <paramref name="path"/>, the one that wins first.</summary>
    public IReadOnlyList<ProtoObject> FindAll(ImagePath path, bool follow) =>
        [.. directories.Select(directory => directory.Find(path, follow)).OfType<ProtoObject>()];

    /// <summary>What lies at <paramref name="path"/> itself in the first directory that has it; null where none has.</summary>
    public ProtoObject? Find(ImagePath path)
    {
        foreach (SearchDirectory directory in directories)
        {
            if (directory.Find(path, follow: false) is { } found) return found;
        }
        return null;
    }

    /// <summary>The names that any of the directories has in the directory <paramref name="path"/>.</summary>
    public IReadOnlySet<string> Names(ImagePath path) =>
        directories.SelectMany(directory => directory.Names(path)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The text of a small file, from the first directory that has one that can be read; null where none has.</summary>
    public (string Text, ProtoObject From)? ReadText(ImagePath path, IHost host)
    {
        if (FindAll(path, follow: true).FirstOrDefault(found => found.Kind == FileKind.Regular && host.CanRead(found.HostPath)) is not { } found) return null;
        return (EscapedUtf8.Decode(found.Content(host).ToArray()), found);
    }

    /// <summary>The accounts of the image: its own etc/passwd and etc/group; where one is not to be had, that of <paramref name="otherwise"/>.</summary>
    public AccountTables Accounts(IHost host, AccountTables otherwise) => new(
        Table("etc/passwd", host) ?? otherwise.Owners,
        Table("etc/group", host) ?? otherwise.Groups);

    private AccountTable? Table(string path, IHost host) =>
        ReadText(ImagePath.Parse(path), host) is { } file ? AccountTable.Parse($"{file.From.Directory}/{path}", file.Text) : null;
}
