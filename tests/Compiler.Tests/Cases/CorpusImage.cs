using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bind;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Tests.Cases;

/// <summary>
/// The image of the four real manifests of SmartOS. A file has the contents that <c>smf/</c> or <c>etc/</c> of the corpus has for it, or that
/// are given; every other file is empty.
/// </summary>
internal static class CorpusImage
{
    private static readonly string[] Components = ["illumos", "illumos-extra", "live", "man"];

    /// <summary>The image, with what <paramref name="given"/> has for paths.</summary>
    public static AuditedImage Read(IReadOnlyDictionary<string, string>? given = null)
    {
        Compilation compilation = Compilation.Run(
            new CompilationInput
            {
                Manifests = [.. Components.Select(name => (name, SourceText.FromBytes(name + ".manifest", File.ReadAllBytes(Corpus(name + ".manifest")))))],
                Variables = new Variables(new Dictionary<string, string> { ["LIBSTDCXXVER"] = "6.0.33" }),
                Profile = SmartOs.Profile,
            },
            Checked.Host);
        return ImageScan.Read(
            new AuditInput
            {
                Tree = Tree(compilation.Union.Entries, given ?? new Dictionary<string, string>()),
                Profile = SmartOs.Profile,
                Accounts = new AccountTables(
                    AccountTable.Parse("etc/passwd", File.ReadAllText(Corpus("etc/passwd"))),
                    AccountTable.Parse("etc/group", File.ReadAllText(Corpus("etc/group")))),
                Union = compilation.Union,
                Undelivered = (new SearchPath([]), Checked.Host),
            },
            new AuditSettings(1, CancellationToken.None));
    }

    private static FileTree Tree(IEnumerable<Entry> entries, IReadOnlyDictionary<string, string> given)
    {
        var inodes = new Dictionary<ImagePath, Inode> { [ImagePath.Root] = NewInode.Directory(0x1ed, 0) };
        HardLinkEntry[] links = [.. entries.OfType<HardLinkEntry>()];
        foreach (Entry entry in entries)
        {
            if (entry is DirectoryEntry directory) inodes[entry.Path] = NewInode.Directory(directory.Mode.Bits, 0);
            else if (entry is SymlinkEntry link) inodes[entry.Path] = NewInode.Link(link.Target, 0);
            else if (entry is FileEntry file) inodes[entry.Path] = NewInode.File(file.Mode.Bits, 0, Content(entry.Path.Text, given));
        }
        foreach (HardLinkEntry link in links)
        {
            if (inodes.TryGetValue(link.Existing, out Inode? existing)) inodes[link.Path] = existing;
        }
        foreach (ImagePath path in inodes.Keys.ToArray())
        {
            for (ImagePath parent = path.Parent; !inodes.ContainsKey(parent); parent = parent.Parent) inodes[parent] = NewInode.Directory(0x1ed, 0);
        }
        return new FileTree(inodes
            .Where(pair => inodes[pair.Key.Parent].Kind == FileKind.Directory)
            .Select(pair => new TreeEntry(pair.Key, pair.Value)));
    }

    private static MemoryBytes Content(string path, IReadOnlyDictionary<string, string> given)
    {
        if (given.TryGetValue(path, out string? text)) return new MemoryBytes(System.Text.Encoding.UTF8.GetBytes(text));
        // The corpus has its tables in one folder.
        string? file = new[] { Corpus("smf/" + path), Corpus(path == "etc/security/device_policy" ? "etc/device_policy" : path) }.FirstOrDefault(File.Exists);
        return file is null ? MemoryBytes.Empty : new MemoryBytes(File.ReadAllBytes(file));
    }

    private static string Corpus(string path) => Path.Combine(Repository.Corpus, path);
}
