namespace ManifestLinker.Compiler.Profiles;

public static partial class SmartOs
{
    private const string OldInterface = "it serves programs that were linked long ago";

    // The FORBIDDEN, FORBIDDEN_DEP and OLDDEP lines of usr/src/tools/scripts/check_rtime.pl's exception_lists/check_rtime in illumos-joyent.
    // That tool is run over illumos alone, where nothing is to need gcc's library at run time; software in C++ always does.
    private static DependencyProfile Dependencies() => new()
    {
        OwnComponents = ["illumos"],
        Forbidden =
        [
            new("libgcc_s.so", "libc has all of it that C needs", OnlyOwn: true, Globs(
                "usr/bin/audioconvert", "usr/bin/make", "usr/lib/libfru.so.1", "usr/lib/*/libfru.so.1", "usr/lib/libsun_fc.so.1",
                "usr/lib/*/libsun_fc.so.1", "usr/lib/netsvc/yp/rpc.yppasswdd", "usr/lib/netsvc/yp/ypserv", "usr/lib/netsvc/yp/ypxfr",
                "usr/lib/netsvc/yp/ypxfrd")),
            new("libfakekernel.so", "it is for tests of kernel code", OnlyOwn: false, Globs(
                "usr/lib/libzpool.so.1", "usr/lib/*/libzpool.so.1", "usr/bin/*/ztest", "usr/bin/raidz_test", "usr/lib/smbfs/**",
                "usr/lib/smbsrv/**", "usr/sbin/zdb")),
            new("libucb.so", "it is for programs of BSD in usr/ucb", OnlyOwn: false, Globs("usr/ucb/**", "usr/ucblib/**")),
            new("libm.so.1", OldInterface, OnlyOwn: false, []),
            new("libresolv.so.1", OldInterface, OnlyOwn: false, []),
            new("libxcurses.so.1", OldInterface, OnlyOwn: false, []),
        ],
        Obsolete =
        [
            "libaio.so.1", "libdl.so.1", "libdoor.so.1", "libintl.so.1", "libpthread.so.1", "librt.so.1", "libsched.so.1", "libthread.so.1", "libw.so.1",
        ],
    };
}
