namespace ManifestLinker.Compiler.Profiles;

/// <content>What ELF objects of SmartOS are like.</content>
public static partial class SmartOs
{
    private static ObjectProfile Objects() => new()
    {
        // The linker writes those below /usr/lib (usr/src/cmd/sgs/include/conv.h); the kernel looks below /lib first.
        Interpreters32 = ["/lib/ld.so.1", "/usr/lib/ld.so.1"],
        Interpreters64 = ["/lib/amd64/ld.so.1", "/usr/lib/amd64/ld.so.1", "/lib/64/ld.so.1", "/usr/lib/64/ld.so.1"],
        // The boot loader, firmware, programs of BPF, and what the lx brand puts into processes of Linux.
        Elsewhere = Globs("boot/**", "**/firmware/**", "**/*.bpf", "**/*.bpf.o", "usr/lib/brand/lx/**/lx_vdso.so.1", "usr/lib/brand/lx/linux/**"),
        SearchDirectories = Globs(
            "lib", "lib/**", "usr/lib", "usr/lib/**", "platform/**", "usr/platform/**", "usr/ccs/lib", "usr/ccs/lib/**", "usr/gnu/lib",
            "usr/gnu/lib/**", "usr/openldap/lib", "usr/openldap/lib/**", "usr/perl5/**", "usr/ucblib", "usr/ucblib/**", "usr/xpg4/lib", "usr/xpg4/lib/**",
            "usr/node/**", "usr/img/lib", "usr/img/lib/**", "usr/vm/lib", "usr/fw/lib", "smartdc/lib", "smartdc/**/lib"),
        HostDirectories = ["/home", "/root", "/tmp", "/var/tmp", "/export"],
    };
}
