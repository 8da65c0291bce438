using System.IO.Abstractions;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>The programs and libraries of this machine as an image.</summary>
internal static class GnuMachine
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = true };

    /// <summary>The directories that glibc looks in by itself, those of <c>/etc/ld.so.conf</c> before them.</summary>
    public static IReadOnlyList<string> DefaultDirectories =>
    [
        .. Directory.Exists("/etc/ld.so.conf.d")
            ? Directory.EnumerateFiles("/etc/ld.so.conf.d", "*.conf").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => line.Trim()).Where(line => line.StartsWith('/'))
            : [],
        "/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib",
    ];

    public static AuditedImage Image()
    {
        var inodes = new Dictionary<ImagePath, Inode> { [ImagePath.Root] = NewInode.Directory(0x1ed, 0) };
        foreach (string top in new[] { "/lib", "/lib32", "/lib64", "/libx32", "/bin", "/sbin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libx32", "/usr/bin", "/usr/sbin", "/usr/local/lib", "/etc/alternatives" })
        {
            if (Path.Exists(top)) Add(new DirectoryInfo(top), inodes);
        }
        foreach (ImagePath path in inodes.Keys.ToArray())
        {
            for (ImagePath parent = path.Parent; !inodes.ContainsKey(parent); parent = parent.Parent) inodes.Add(parent, NewInode.Directory(0x1ed, 0));
        }
        var input = new AuditInput
        {
            Tree = new FileTree(inodes.Select(pair => new TreeEntry(pair.Key, pair.Value))),
            Profile = Checked.BareProfile,
            Accounts = new AccountTables(AccountTable.Parse("passwd", ""), AccountTable.Parse("group", "")),
        };
        return ImageScan.Read(input, new AuditSettings(2, CancellationToken.None));
    }

    private static void Add(FileSystemInfo found, Dictionary<ImagePath, Inode> inodes)
    {
        ImagePath path = ImagePath.Parse(found.FullName);
        if (found.LinkTarget is { } target) inodes[path] = NewInode.Link(target, 0);
        else if (found is DirectoryInfo directory)
        {
            inodes[path] = NewInode.Directory(0x1ed, 0);
            foreach (FileSystemInfo inside in directory.EnumerateFileSystemInfos("*", Everything)) Add(inside, inodes);
        }
        else if (found is FileInfo file && (found.Name.Contains(".so", StringComparison.Ordinal) || path.Parent.Name is "bin" or "sbin") && file.UnixFileMode.HasFlag(UnixFileMode.UserRead))
            inodes[path] = NewInode.File(0x1ed, 0, new FileBytes(new FileSystem(), found.FullName, file.Length));
    }
}
