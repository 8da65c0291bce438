using K4os.Hash.xxHash;
using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Tests.Cases;

namespace ManifestLinker.Compiler.Tests.Elf;

public sealed class ElfReaderTests
{
    [Fact]
    public void The_header_says_what_kind_of_object_it_is()
    {
        ElfObject program = Read("32 exec osabi=6");
        program.Should().Match<ElfObject>(elf => elf.Class == ElfClass.Bits32 && elf.Type == ElfType.Executable && elf.Machine == ElfMachine.I386 && elf.OsAbi == 6 && !elf.IsBigEndian);
        program.Interpreter.Should().Be("/usr/lib/ld.so.1");
        program.IsProgram.Should().BeTrue();
        Read("big rel machine=43").Should().Match<ElfObject>(elf => elf.Class == ElfClass.Bits64 && elf.Type == ElfType.Relocatable && elf.Machine == 43 && elf.IsBigEndian);
    }

    [Theory]
    [InlineData("")]
    [InlineData("32")]
    [InlineData("big")]
    [InlineData("32 big")]
    [InlineData("nosections")]
    [InlineData("32 big nosections")]
    [InlineData("exec")]
    public void The_dynamic_section_is_read_in_each_class_and_byte_order_with_or_without_sections(string kind)
    {
        ElfObject elf = Read($"{kind} needed=libc.so.1 needed=libm.so.2+lazy needed=libz.so.1+deferred soname=libx.so.1 rpath=/a runpath=/b:/c "
            + "filter=libf.so.1 auxiliary=liba.so.1 sunwfilter=libg.so.1 sunwauxiliary=libb.so.1 config=/c audit=/a depaudit=/d flags=c flags1=901 "
            + "defines=X_1 defines=X_2+weak needs=libc.so.1:SUNW_1.1+info needs=libc.so.1:SUNW_1.2 needs=libm.so.2:M+weak "
            + "export=open export=close@X_2 want=malloc+bound=libc.so.1 want=maybe+weak want=main+parent want=other+extern cap=1800");

        elf.Faults.Should().BeEmpty();
        ElfDynamic dynamic = elf.Dynamic!;
        dynamic.Needed.Should().Equal(new ElfNeed("libc.so.1", 0), new ElfNeed("libm.so.2", 1), new ElfNeed("libz.so.1", 4));
        dynamic.Should().Match<ElfDynamic>(d => d.Soname == "libx.so.1" && d.Rpath == "/a" && d.Runpath == "/b:/c" && d.SearchPath == "/b:/c");
        dynamic.Should().Match<ElfDynamic>(d => d.Config == "/c" && d.Audit == "/a" && d.DependencyAudit == "/d" && d.Flags == 0xc && d.Flags1 == 0x901 && d.HasTextRelocations);
        dynamic.LeavesOutDefaultDirectories.Should().BeTrue();
        dynamic.Filters.Should().Equal(
            new ElfFilter(FilterKind.Standard, "libf.so.1"),
            new ElfFilter(FilterKind.Auxiliary, "liba.so.1"),
            new ElfFilter(FilterKind.StandardSymbols, "libg.so.1"),
            new ElfFilter(FilterKind.AuxiliarySymbols, "libb.so.1"));
        dynamic.VersionsDefined.Select(version => (version.Name, version.Flags)).Should().Equal(("libx.so.1", 1), ("X_1", 0), ("X_2", 2));
        dynamic.VersionsDefined[1].Hash.Should().Be(ElfSymbolTables.HashOf("X_1"));
        dynamic.VersionsNeeded.Select(need => need.File).Should().Equal("libc.so.1", "libm.so.2");
        dynamic.VersionsNeeded[0].Versions.Select(version => (version.Name, version.Flags)).Should().Equal(("SUNW_1.1", 4), ("SUNW_1.2", 0));
        elf.Symbols.Exported.Should().BeEquivalentTo([Hash("open"), Hash("close")]).And.BeInAscendingOrder();
        elf.Symbols.Exports(Hash("open")).Should().BeTrue();
        elf.Symbols.Wanted.Should().Equal(
            new WantedSymbol("malloc", Hash("malloc"), false, new SymbolBinding(0, 0x11)),
            new WantedSymbol("maybe", Hash("maybe"), true, new SymbolBinding(0xfffd, 0)),
            new WantedSymbol("main", Hash("main"), false, new SymbolBinding(0xfffe, 1)),
            new WantedSymbol("other", Hash("other"), false, new SymbolBinding(0xfffc, 0)));
        elf.Capabilities.Should().Be(new ElfCapabilities(0x1800, 0, 0));
        elf.Sections.Any().Should().Be(!kind.Contains("nosections", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("rel")]
    [InlineData("32 big rel")]
    public void A_kernel_module_is_read_through_its_sections(string kind)
    {
        ElfObject elf = Read($"{kind} needed=misc/usba needed=drv/ip export=_init want=mutex_enter depends_on=misc/mac,drv/dld section=.SUNW_ctf");

        elf.Faults.Should().BeEmpty();
        elf.Segments.Should().BeEmpty();
        elf.Dynamic!.Needed.Select(need => need.Name).Should().Equal("misc/usba", "drv/ip");
        elf.Symbols.Exports(Hash("_init")).Should().BeTrue();
        elf.Symbols.Wanted.Select(symbol => symbol.Name).Should().Equal("mutex_enter");
        elf.DependsOn.Should().Be("misc/mac drv/dld");
        elf.Sections.Should().Contain(section => section.Name == ".SUNW_ctf" && section.Size == 4);
    }

    [Fact]
    public void Of_a_loaded_module_the_string_is_found_by_its_address() =>
        Read("dyn nosections depends_on=misc/mac").DependsOn.Should().Be("misc/mac");

    [Fact]
    public void A_static_program_has_no_dynamic_section()
    {
        ElfObject elf = Read("exec static stack=rwx gnustack=rw load=rwx");
        elf.Should().Match<ElfObject>(known => known.Dynamic == null && known.Interpreter == null && known.Capabilities == null);
        elf.Segments.Select(segment => (segment.Type, segment.Flags)).Should()
            .Contain([(ElfSegmentType.Stack, 7), (ElfSegmentType.GnuStack, 6), (ElfSegmentType.Load, 7)]);
    }

    [Fact]
    public void Of_two_search_paths_the_last_counts() => Read("runpath=/a rpath=/b").Dynamic!.SearchPath.Should().Be("/b");

    [Fact]
    public void An_interpreter_without_an_end_is_a_fault()
    {
        ElfObject elf = Read("exec interp-unterminated=/usr/lib/amd64/ld.so.1");
        elf.Interpreter.Should().Be("/usr/lib/amd64/ld.so.1");
        elf.Faults.Should().Equal("the path of the interpreter does not end within its segment");
    }

    [Theory]
    [InlineData("truncate=3", "the file ends within the header")]
    [InlineData("truncate=40", "the file ends within the header")]
    [InlineData("corrupt=4:7", "the class 7 is neither 32 bits nor 64 bits")]
    [InlineData("corrupt=5:0", "the byte order 0 is neither of the two")]
    [InlineData("corrupt=54:57", "the program headers have 57 bytes each instead of 56")]
    [InlineData("corrupt=57:8", "the program header table lies outside the file")]
    [InlineData("corrupt=62:99", "the section with the names of sections does not exist")]
    public void What_is_broken_is_said_once(string damage, string fault) =>
        Read($"needed=libc.so.1 {damage}").Faults.Should().Contain(fault).And.OnlyHaveUniqueItems();

    [Fact]
    public void Names_that_others_may_bind_to_have_their_versions()
    {
        byte[] bytes = ElfListing.Bytes("soname=libx.so.1 defines=X_1 defines=X_2 export=open@X_2 export=open@X_1 export=bare export=close@X_1 want=malloc");
        ElfReader.ExportedNames(new MemoryBytes(bytes)).Should().Equal(
            new ExportedName("bare", null), new ExportedName("close", "X_1"), new ExportedName("open", "X_1"), new ExportedName("open", "X_2"));
        ElfReader.ExportedNames(new MemoryBytes("no object"u8.ToArray())).Should().BeEmpty();
    }

    private static ElfObject Read(string words) => ElfReader.Read(new MemoryBytes(ElfListing.Bytes(words)));

    private static ulong Hash(string name) => XXH64.DigestOf(System.Text.Encoding.UTF8.GetBytes(name));
}
