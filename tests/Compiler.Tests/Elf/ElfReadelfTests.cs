using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;
using Xunit.Abstractions;

namespace ManifestLinker.Compiler.Tests.Elf;

/// <summary>The reader and readelf say the same of real objects.</summary>
public sealed class ElfReadelfTests(ITestOutputHelper output)
{
    private const int Most = 200;
    private const long Largest = 512 * 1024;

    [FactNeeding("readelf")]
    public void Of_the_objects_of_this_machine()
    {
        string[] files = [.. new[] { "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/libexec" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            .Where(file => new FileInfo(file).Length is > 0 and < Largest && IsElf(file)).Order(StringComparer.Ordinal)];
        files = [.. files.Where((_, i) => i % (1 + (files.Length / Most)) == 0)];
        files.Should().NotBeEmpty();
        Dictionary<string, string[]> expected = ReadelfFacts.Of(files);
        foreach (string file in files) Compare(file, expected[file]);
    }

    [FactNeeding("gcc", "readelf")]
    public void Of_objects_of_a_compiler()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.c", "int one(void) { return 1; } int two(void) { return 2; } static int three(void) { return 3; } int (*at)(void) = three;\n");
        folder.Write("main.c", "int one(void); __attribute__((weak)) int perhaps(void); int main(void) { return perhaps ? perhaps() : one(); }\n");
        folder.Write("map", "L_1 { global: one; local: *; };\nL_2 { global: two; } L_1;\n");
        Gcc(folder, "-shared", "-fPIC", "-Wl,-soname,libl.so.1", "-Wl,--version-script,map", "-o", "libl.so", "lib.c");
        Gcc(folder, "-shared", "-fPIC", "-nostdlib", "-Wl,--hash-style=sysv", "-o", "sysv.so", "lib.c");
        Gcc(folder, "-Wl,-z,now", "-Wl,-rpath,/opt/a:$ORIGIN/b", "-Wl,--enable-new-dtags", "-o", "runpath", "main.c", "libl.so");
        Gcc(folder, "-no-pie", "-Wl,-rpath,/opt/a", "-Wl,--disable-new-dtags", "-Wl,-z,nodefaultlib", "-o", "rpath", "main.c", "libl.so");
        Gcc(folder, "-c", "-o", "object.o", "main.c");
        string[] made = ["libl.so", "sysv.so", "runpath", "rpath", "object.o"];
        if (Try(folder, "-m32", "-shared", "-fPIC", "-nostdlib", "-Wl,--version-script,map", "-o", "narrow.so", "lib.c")) made = [.. made, "narrow.so"];

        foreach (string name in made) Compare(folder.At(name), ReadelfFacts.Of(folder.At(name))[folder.At(name)]);
        foreach (string name in made.Where(name => name != "object.o"))
        {
            // Without section headers the dynamic section says the same.
            byte[] bytes = File.ReadAllBytes(folder.At(name));
            ElfObject whole = Read(bytes), stripped = Read(WithoutSections(bytes));
            stripped.Sections.Should().BeEmpty();
            stripped.Faults.Should().BeEmpty();
            stripped.Should().BeEquivalentTo(whole, options => options.Excluding(elf => elf.Sections), name);
        }
        Read(File.ReadAllBytes(folder.At("runpath"))).Dynamic!.SearchPath.Should().Be("/opt/a:$ORIGIN/b");
    }

    [FactNeeding("go", "readelf")]
    public void Of_a_program_for_illumos_made_by_go()
    {
        using var folder = new TemporaryFolder();
        folder.Write("main.go", "package main\n\nfunc main() { println(1) }\n");
        (ForeignTool.Prepare("go", "build", "-o", folder.At("main"), folder.At("main.go")) with { Directory = folder.Path })
            .With("GOOS", "illumos").With("GOARCH", "amd64").With("CGO_ENABLED", "0").With("GO111MODULE", "off").With("GOFLAGS", "").Run().Exits(0);
        IsForIllumos(folder.At("main"));
    }

    [FactNeeding("$MLC_ACCEPTANCE", "npm", "tar", "readelf")]
    public void Of_a_program_for_illumos_from_a_package()
    {
        using var folder = new TemporaryFolder();
        Outcome fetched = (ForeignTool.Prepare("npm", "pack", "--silent", "@esbuild/sunos-x64@0.21.5") with { Directory = folder.Path }).Run();

        // The registry is a matter of the machine; the test above asks the same of a program that is made here.
        if (fetched.Status != 0)
        {
            output.WriteLine("not compared: the package cannot be had here");
            return;
        }
        ForeignTool.RunIn(folder.Path, "tar", "-xzf", "esbuild-sunos-x64-0.21.5.tgz");
        IsForIllumos(folder.At("package/bin/esbuild"));
    }

    private static void IsForIllumos(string path)
    {
        Compare(path, ReadelfFacts.Of(path)[path]);
        ElfObject elf = Read(File.ReadAllBytes(path));
        elf.Interpreter.Should().Be("/lib/amd64/ld.so.1");
        elf.Dynamic!.Needed.Select(need => need.Name).Should().Contain(name => name.StartsWith("libc.so", StringComparison.Ordinal));
        elf.Segments.Should().Contain(segment => segment.Type == ElfSegmentType.Stack);
    }

    private static void Compare(string path, string[] expected)
    {
        byte[] bytes = File.ReadAllBytes(path);
        ElfObject elf = Read(bytes);
        elf.Faults.Should().BeEmpty(path);
        string[] found = ReaderFacts.Of(elf, ElfReader.ExportedNames(new MemoryBytes(bytes)));
        found.Except(expected).Should().BeEmpty(path);
        expected.Except(found).Should().BeEmpty(path);
    }

    private static ElfObject Read(byte[] bytes) => ElfReader.Read(new MemoryBytes(bytes));

    private static byte[] WithoutSections(byte[] bytes)
    {
        byte[] copy = [.. bytes];
        bool is64 = copy[4] == 2;
        copy.AsSpan(is64 ? 40 : 32, is64 ? 8 : 4).Clear();
        copy.AsSpan(is64 ? 60 : 48, 4).Clear();
        return copy;
    }

    private static void Gcc(TemporaryFolder folder, params string[] arguments) => ForeignTool.RunIn(folder.Path, "gcc", arguments);

    private static bool Try(TemporaryFolder folder, params string[] arguments) => (ForeignTool.Prepare("gcc", arguments) with { Directory = folder.Path }).Run().Status == 0;

    private static bool IsElf(string path)
    {
        Span<byte> head = stackalloc byte[4];
        using FileStream stream = File.OpenRead(path);
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && ElfReader.IsElf(head);
    }
}
