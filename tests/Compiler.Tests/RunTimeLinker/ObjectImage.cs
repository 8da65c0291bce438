using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.RunTimeLinker;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>Images of objects whose facts are given, without bytes.</summary>
internal sealed class ObjectImage
{
    private readonly Dictionary<ImagePath, Inode> inodes = new() { [ImagePath.Root] = NewInode.Directory(0x1ed, 0) };
    private readonly Dictionary<Inode, ElfObject> facts = [];

    public AuditedImage Built
    {
        get
        {
            var tree = new FileTree(inodes.Select(pair => new TreeEntry(pair.Key, pair.Value)));
            AuditedFile[] files = [.. tree.Entries.Where(entry => entry.Inode.Kind == FileKind.Regular).GroupBy(entry => entry.Inode)
                .Select(group => new AuditedFile([.. group.Select(entry => entry.Path)], group.Key, new FileFacts(facts.GetValueOrDefault(group.Key), null)))];
            return new AuditedImage(new AuditInput { Tree = tree, Profile = SmartOs.Profile, Accounts = new AccountTables(AccountTable.Parse("passwd", ""), AccountTable.Parse("group", "")) }, files);
        }
    }

    public LoadModel Linker => new(Built, RunTimeLinkerProfile.Illumos);

    public static ElfObject Object(string needed = "", string? path = null, string? soname = null, ElfClass @class = ElfClass.Bits64, bool isProgram = false, ulong flags1 = 0) => new()
    {
        Class = @class,
        Type = isProgram ? ElfType.Executable : ElfType.Shared,
        Machine = @class == ElfClass.Bits64 ? ElfMachine.Amd64 : ElfMachine.I386,
        Dynamic = new ElfDynamic
        {
            Needed = [.. needed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new ElfNeed(name.TrimEnd('?'), name.EndsWith('?') ? 4u : 0u))],
            SearchPath = path,
            Runpath = path,
            Soname = soname,
            Flags1 = flags1,
        },
    };

    public static ElfObject Program(string needed = "", string? path = null, ElfClass @class = ElfClass.Bits64) => Object(needed, path, null, @class, isProgram: true);

    public ObjectImage With(string path, ElfObject elf, int permissions = 0x1ed)
    {
        Inode inode = NewInode.File(permissions, 0, ManifestLinker.Compiler.Bytes.MemoryBytes.Empty);
        facts.Add(inode, elf);
        return Put(path, inode);
    }

    public ObjectImage WithLink(string path, string target) => Put(path, NewInode.Link(target, 0));

    public ObjectImage WithName(string path, string other) => Put(path, inodes[ImagePath.Parse(other)]);

    public ObjectImage WithDirectory(string path) => Put(path, NewInode.Directory(0x1ed, 0));

    private ObjectImage Put(string text, Inode inode)
    {
        ImagePath path = ImagePath.Parse(text);
        for (ImagePath parent = path.Parent; !inodes.ContainsKey(parent); parent = parent.Parent) inodes.Add(parent, NewInode.Directory(0x1ed, 0));
        inodes[path] = inode;
        return this;
    }
}
