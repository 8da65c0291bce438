using ManifestLinker.Compiler.Bytes;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Tests.Cases;
using ManifestLinker.Testing;

namespace ManifestLinker.Compiler.Tests.Elf;

/// <summary>The objects that cases are made of are objects to others as well.</summary>
public sealed class ElfListingTests
{
    public static readonly string[] Objects =
    [
        "",
        "exec needed=libc.so.1",
        "32 exec needed=libc.so.1 runpath=/usr/gcc/10/lib rpath=$ORIGIN/../lib",
        "64 big dyn soname=libx.so.1 needed=libc.so.1+lazy needed=libm.so.2+deferred export=x_open export=x_close@X_1.2 want=malloc defines=X_1.1 defines=X_1.2+weak needs=libc.so.1:ILLUMOS_0.1 needs=libc.so.1:SUNW_1.1+info needs=libm.so.2:SUNW_1.2+weak",
        "32 big dyn soname=libx.so.1 needed=libc.so.1 export=x_open want=malloc defines=X_1.1 needs=libc.so.1:ILLUMOS_0.1",
        "dyn needed=libc.so.1 want=malloc+bound=libc.so.1 want=main+parent want=optional+weak want=elsewhere+extern export=own flags=4 flags1=100 textrel",
        "dyn filter=libc.so.1 auxiliary=a.so.1 sunwfilter=b.so.1 sunwauxiliary=c.so.1 config=/etc/ld.config audit=audit.so.1 depaudit=deep.so.1",
        "exec static stack=rwx gnustack=rw load=rwx text=/home/builder/illumos/x.c debugtext=/home/builder/y.c section=.SUNW_ctf section=.symtab",
        "rel needed=misc/usb needed=drv/ip export=_init want=mutex_enter depends_on=misc/mac,drv/dld section=.SUNW_ctf",
        "32 rel needed=misc/usb export=_init want=mutex_enter",
        "dyn depends_on=misc/mac export=_init nosections",
        "exec nosections needed=libc.so.1 export=main want=exit osabi=6",
        "core",
        "dyn interp=/lib/amd64/ld.so.1 stack=none machine=183",
        "dyn cap=1800 needed=libc.so.1 nosections",
    ];

    [FactNeeding("readelf")]
    public void Readelf_takes_them_without_a_warning()
    {
        using var folder = new TemporaryFolder();
        for (int i = 0; i < Objects.Length; i++)
        {
            Outcome outcome = ForeignTool.Run("readelf", "-aW", folder.Write($"object{i}", ElfListing.Bytes(Objects[i])));
            outcome.Exits(0);
            outcome.Said.Should().NotMatchRegex("(?i)warning|error|corrupt", Objects[i]);
        }
    }

    [Fact]
    public void They_are_read_without_a_fault()
    {
        foreach (string words in Objects) ElfReader.Read(new MemoryBytes(ElfListing.Bytes(words))).Faults.Should().BeEmpty(words);
    }
}
