using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.RunTimeLinker;
using static ManifestLinker.Compiler.Tests.RunTimeLinker.ObjectImage;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

public sealed class ForeignSystemTests
{
    [Fact]
    public void Objects_of_Linux_are_told_by_whatever_they_show_of_it()
    {
        ElfObject[] foreign =
        [
            Program("libm.so.6") with { OsAbi = 3 },
            Program() with { Interpreter = "/lib64/ld-linux-x86-64.so.2" },
            Program() with { Interpreter = "/lib/ld-musl-x86_64.so.1" },
            Object("libc.so.6"),
            Object("ld-linux.so.2"),
            Object() with { Dynamic = new ElfDynamic { VersionsNeeded = [new("libm.so.6", [new("GLIBC_2.29", 0, 0)])] } },
            Object() with { Dynamic = new ElfDynamic { Entries = [new(0x6ffffef5, 0x3a0)] } },
        ];
        foreign.Should().OnlyContain(elf => ForeignSystem.IsLinux(elf) && !ForeignSystem.IsOurs(elf));
    }

    [Fact]
    public void Objects_of_illumos_are_those_of_a_PC_that_are_loaded()
    {
        ForeignSystem.IsOurs(Program("libc.so.1") with { Interpreter = "/usr/lib/amd64/ld.so.1" }).Should().BeTrue();
        ForeignSystem.IsOurs(Object() with { Dynamic = new ElfDynamic { Entries = [new(0x6ffffef5, 0x3a0), new(4, 0x200)] } }).Should().BeTrue();
        ForeignSystem.IsOurs(Object(@class: ElfClass.Bits32)).Should().BeTrue();
        ForeignSystem.IsOurs(Object() with { Machine = 247 }).Should().BeFalse();
        ForeignSystem.IsOurs(Object() with { IsBigEndian = true }).Should().BeFalse();
        ForeignSystem.IsOurs(Object() with { Type = ElfType.Relocatable }).Should().BeFalse();
        ForeignSystem.IsOurs(Object() with { Dynamic = null }).Should().BeFalse();
    }
}
