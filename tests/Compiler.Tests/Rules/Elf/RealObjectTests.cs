using System.Runtime.InteropServices;
using ManifestLinker.Compiler.Accounts;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules.Elf;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Compiler.Tree;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Rules.Elf;

/// <summary>
/// Objects that a compiler and a linker made, with each of the options that a rule is about: that rule fires, and no other that judges objects
/// by themselves.
/// </summary>
public sealed class RealObjectTests : IDisposable
{
    private const string Source = "extern int outside; int *where(void) { return &outside; } int main(void) { return 0; } void _start(void) { }";
    private const int Directory = 0b111_101_101;
    private const int Open = 0b111_111_111;

    private static readonly string[] Judged = ["MLC500", "MLC501", "MLC505", "MLC506", "MLC5072", "MLC5074", "MLC5075", "MLC5076"];

    private static readonly (string Path, string Options, string Fires)[] Cases =
    [
        ("usr/lib/foo/amd64/plain.so", "", ""),
        ("usr/lib/foo/amd64/gnu-hash.so", "-Wl,--hash-style=gnu", "MLC5052"),
        ("usr/lib/foo/amd64/both-hashes.so", "-Wl,--hash-style=both", ""),
        ("usr/lib/foo/amd64/used.so", "-Wl,-rpath,/usr/lib/bar/amd64 BAR", ""),
        ("usr/lib/foo/amd64/origin.so", "-Wl,-rpath,$ORIGIN/../../bar/amd64 BAR", ""),
        ("usr/lib/foo/amd64/rpath.so", "-Wl,--disable-new-dtags,-rpath,/build/proto.strap/usr/lib", "MLC5001"),
        ("usr/lib/foo/amd64/runpath.so", "-Wl,--enable-new-dtags,-rpath,/build/proto.strap/usr/lib", "MLC5001"),
        ("usr/lib/foo/amd64/workspace.so", "-Wl,-rpath,/jenkins/ws/lib", "MLC5001"),
        ("usr/lib/foo/amd64/pkgsrc.so", "-Wl,-rpath,/opt/local/lib", "MLC5002"),
        ("usr/lib/foo/amd64/relative.so", "-Wl,-rpath,../lib", "MLC5003"),
        ("usr/lib/foo/amd64/empty.so", "-Wl,-rpath,/usr/lib/bar/amd64::/usr/lib/bar/amd64/more BAR", "MLC5004 MLC5008"),
        ("usr/lib/foo/amd64/trailing.so", "-Wl,-rpath,/usr/lib/bar/amd64: BAR", "MLC5004"),
        ("usr/lib/foo/amd64/default.so", "-Wl,-rpath,/usr/lib/64", "MLC5005"),
        ("usr/lib/foo/amd64/nodeflib.so", "-Wl,-z,nodefaultlib,-rpath,/lib/64:/usr/lib/bar/amd64 BAR", "MLC5008"),
        ("usr/lib/foo/amd64/twice.so", "-Wl,-rpath,/usr/lib/bar/64:/usr/lib/bar/amd64 BAR", "MLC5006"),
        ("usr/lib/foo/amd64/missing.so", "-Wl,-rpath,/usr/lib/none", "MLC5007"),
        ("usr/lib/foo/amd64/unused.so", "-Wl,-rpath,/usr/lib/bar/amd64", "MLC5008"),
        ("usr/lib/foo/wide.so", "-m32 -Wl,-rpath,/usr/lib/bar/amd64", "MLC5009"),
        ("usr/lib/foo/amd64/up.so", "-Wl,-rpath,/usr/lib/foo/../bar/amd64 BAR", "MLC5010"),
        ("usr/lib/foo/amd64/open.so", "-Wl,-rpath,/usr/lib/open", "MLC5011"),
        ("usr/lib/foo/amd64/braces.so", "-Wl,-z,origin,-rpath,${ORIGIN}/../lib", "MLC5013"),
        ("usr/lib/foo/amd64/lib.so", "-Wl,-rpath,/usr/$LIB", "MLC5013"),
        ("usr/lib/foo/amd64/hwcap.so", "-Wl,-rpath,/usr/lib/foo/$HWCAP", "MLC5014"),
        ("usr/lib/foo/amd64/isalist.so", "-Wl,-rpath,/usr/lib/foo/$ISALIST", "MLC5016"),
        ("usr/lib/foo/amd64/late.so", "-Wl,-rpath,/usr/lib/bar/amd64:$ORIGIN/../../bar/amd64/more BAR", "MLC5008 MLC5017"),
        ("usr/lib/foo/amd64/narrow.so", "-m32", "MLC5051"),
        ("usr/lib/foo/textrel.so", "-m32 -fno-pic -Wl,-z,notext", "MLC5060"),
        ("usr/lib/foo/amd64/omagic.so", "-Wl,--omagic", "MLC5062"),
        ("usr/lib/foo/amd64/debug.so", "-g", "MLC5067"),
        ("usr/lib/amd64/libnameless.so.1", "", "MLC5074"),
        ("usr/bin/linux", "PROGRAM -Wl,--dynamic-linker,/lib64/ld-linux-x86-64.so.2", "MLC5050"),
        ("usr/bin/i86/stack", "PROGRAM -m32 -Wl,-z,execstack,--dynamic-linker,/usr/lib/ld.so.1", "MLC5061"),
        ("usr/bin/ours", "PROGRAM -Wl,--dynamic-linker,/usr/lib/amd64/ld.so.1", "MLC5061"),
        ("usr/bin/static", "PROGRAM -static", "MLC5076"),
    ];

    private readonly TemporaryDirectory top = new();
    private readonly Dictionary<ImagePath, Inode> inodes = new() { [ImagePath.Root] = NewInode.Directory(Directory, 0) };

    public void Dispose() => top.Dispose();

    [FactNeeding("gcc")]
    public void What_a_linker_was_told_is_what_the_rules_tell()
    {
        // The options are those of a compiler for PCs.
        if (RuntimeInformation.ProcessArchitecture != System.Runtime.InteropServices.Architecture.X64) return;
        File.WriteAllText(top.At("a.c"), Source);
        File.WriteAllText(top.At("bar.c"), "int outside;");
        Put("lib/ld.so.1", Built("ld32.so", "-m32 -shared -Wl,-soname,ld.so.1 bar.c"));
        Put("lib/amd64/ld.so.1", Built("ld64.so", "-shared -Wl,-soname,ld.so.1 bar.c"));
        Put("usr/lib/bar/amd64/libbar.so.1", Built("libbar.so.1", "-shared -Wl,-soname,libbar.so.1 bar.c"));
        Make("usr/lib/bar/amd64/more", Directory);
        Make("usr/lib/open", Open);
        Add("usr/lib/bar/64", NewInode.Link("amd64", 0));
        Add("lib/64", NewInode.Link("amd64", 0));
        Add("usr/lib/64", NewInode.Link("amd64", 0));
        foreach ((string path, string options, _) in Cases) Put(path, Built(path.Replace('/', '_'), Options(options)));

        var tree = new FileTree(inodes.Select(pair => new TreeEntry(pair.Key, pair.Value)));
        var input = new AuditInput
        {
            Tree = tree,
            Profile = SmartOs.Profile,
            Accounts = new AccountTables(AccountTable.Parse("passwd", ""), AccountTable.Parse("group", "")),
            BuildTrees = ["/jenkins/ws"],
            Counts = _ => true,
        };
        AuditedImage image = ImageScan.Read(input, new AuditSettings(1, CancellationToken.None));
        ILookup<string, string> fired = ElfRules.Check(image, CancellationToken.None)
            .Where(finding => Judged.Any(finding.Rule.Matches))
            .ToLookup(finding => finding.Subject!.Path, finding => finding.Rule.Id);

        Cases.Select(one => $"{one.Path} {one.Options}: {string.Join(' ', fired[one.Path].Order(StringComparer.Ordinal))}")
            .Should().Equal(Cases.Select(one => $"{one.Path} {one.Options}: {one.Fires}"));
    }

    // BAR is a library to need, of the class of the object.
    private static string Options(string options)
    {
        bool isProgram = options.StartsWith("PROGRAM", StringComparison.Ordinal);
        string[] words = [.. options.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "PROGRAM")];
        string kind = isProgram ? "-no-pie -Wl,--unresolved-symbols=ignore-all" : "-shared";
        string library = isProgram && !words.Contains("-static") ? words.Contains("-m32") ? "ld32.so" : "libbar.so.1" : "";
        string code = words.Contains("-fno-pic") ? "" : "-fpic";
        return $"{kind} {code} a.c -Wl,--no-as-needed {string.Join(' ', words).Replace("BAR", "libbar.so.1", StringComparison.Ordinal)} {library}";
    }

    private byte[] Built(string name, string options)
    {
        ForeignTool.RunIn(top.Path, "gcc", ["-nostdlib", "-Wl,--build-id=none,--hash-style=sysv", "-o", name, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return File.ReadAllBytes(top.At(name));
    }

    private void Put(string path, byte[] bytes) => Add(path, NewInode.File(Directory, 0, new MemoryBytes(bytes)));

    private void Make(string path, int mode) => Add(path, NewInode.Directory(mode, 0));

    private void Add(string text, Inode inode)
    {
        ImagePath path = ImagePath.Parse(text);
        for (ImagePath parent = path.Parent; inodes.TryAdd(parent, NewInode.Directory(Directory, 0)); parent = parent.Parent)
        {
        }
        inodes[path] = inode;
    }
}
