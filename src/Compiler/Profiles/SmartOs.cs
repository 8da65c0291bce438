using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>The platform image of SmartOS as build_live (smartos-live, 2026) makes it.</summary>
public static partial class SmartOs
{
    /// <summary>The profile.</summary>
    public static Profile Profile { get; } = new()
    {
        Name = "smartos",
        Root = new("root", ImagePath.Root, 350_000L * 1024, 12248),
        Usr = new("usr", ImagePath.Parse("usr"), 448_000L * 1024, 14000),
        CompressedUsr = ImagePath.Parse("usr.lgz"),
        Kernel = ImagePath.Parse("platform/i86pc/kernel/amd64/unix"),
        ShippedManifest = ImagePath.Parse("usr/share/smartos/manifest"),
        Underfiles = [.. Underfiles().Select(path => ImagePath.Parse("usr/" + path))],
        UnderShell = (ImagePath.Parse("usr/bin/sh"), "i86/ksh93"),
        Provided = Globs("dev/**", "devices/**", "proc/**", "system/**", "tmp/**", "var/run/**", "var/adm/utmpx", "var/adm/wtmpx"),
        Outside = Globs("opt/**", "zones/**"),
        Expectations = Expectations(),
        Setids = Setids(),
        Objects = Objects(),
        Dependencies = Dependencies(),
        Data = Globs("usr/share/man/**", "**/*.h", "**/*.xml", "**/*.js", "**/*.json", "**/*.a"),
        Configuration = Globs("etc/**"),
        Assembly = Assembly(),
        Exceptions = Exceptions(),
        Forbidden =
        [
            Forbid("opt/local/**", "pkgsrc puts its packages there"),
            Forbid("zones/**", "the storage pool is mounted there"),
            Forbid("home/**", "the automounter puts home directories there"),
            Forbid("tmp/**", "it is emptied at every boot"),
            Forbid("var/run/**", "it is emptied at every boot"),
            Forbid("proc/**", "the kernel shows processes there"),
            Forbid("system/**", "the kernel mounts file systems of its own there"),
        ],
        Mounts = [.. Mounts()],
        Junk = new(
            [
                Junk("*.orig", "what patch keeps of a file"),
                Junk("*.rej", "what patch could not apply"),
                Junk("*~", "a backup of an editor"),
                Junk("*.bak", "a backup"),
                Junk("#*#", "an unsaved file of an editor"),
                Junk(".#*", "a lock of an editor"),
                Junk("*.swp", "an unsaved file of an editor"),
                Junk(".nfs*", "a deleted file that NFS holds on to"),
                Junk(".DS_Store", "a folder's view settings"),
                Junk(".gitignore", "a file of version control"),
                Junk(".gitattributes", "a file of version control"),
                Junk(".gitmodules", "a file of version control"),
                Junk(".hgignore", "a file of version control"),
                Junk(".git/**", "a file of version control"),
                Junk(".hg/**", "a file of version control"),
                Junk(".svn/**", "a file of version control"),
                Junk("CVS/**", "a file of version control"),
                Junk("core", "a core dump"),
                Junk("*.la", "an archive of libtool, which illumos has no use for"),
                Junk("*.lo", "an object of libtool"),
                Junk("*.o", "an object that was never linked"),
            ],
            // What compilers, dtrace and mdb link into programs.
            Globs("**/crt?.o", "**/gcrt1.o", "**/values-*.o", "usr/lib/dtrace/**/drti.o", "usr/lib/adb/**/adbsub.o")),
        BuildTrees = Globs("**/proto", "**/proto.*"),
        Complete = [TimeZones, Microcode],
        Manual = Manual,
        // What svc.startd and zlogin give a process.
        CommandPath = Paths("usr/sbin", "usr/bin", "sbin", "bin"),
        Programs = Globs(
            "**/bin/*", "**/sbin/*", "**/bin/amd64/*", "**/bin/i86/*", "**/sbin/amd64/*", "**/sbin/i86/*", "usr/ucb/*",
            "lib/svc/method/*", "etc/init.d/*", "etc/rc?.d/*"),
        Foreign = Globs("usr/local/**", "usr/pkg/**"),
        // pkgsrc.
        ForeignTools = Paths("opt/local/bin", "opt/local/sbin"),
        // Logs and tables of the running system, and what marks a directory by being there.
        MayBeEmpty = Globs("var/adm/**", "var/cron/**", "var/log/**", "etc/mnttab", "etc/dumpdates", "etc/.pwd.lock", "**/__init__.py", "**/py.typed"),
        // An unknown owner ships as root; and a lock that could be taken off by the way would be none.
        Locked = [UnsuppressibleSuppressed.Rule.Id, UnknownOwner.Rule.Id],
    };

    // As tzcheck, with rules of their own for what tzcheck compares.
    private static CompleteArea TimeZones => CompleteArea.Below("usr/share/lib/zoneinfo") with
    {
        Unshipped = TzUnshipped.Rule,
        OwnRules =
        [
            (SourceIsSymlink.Rule, TzType.Rule),
            (SourceTypeMismatch.Rule, TzType.Rule),
            (SymlinkTargetDiffers.Rule, TzTarget.Rule),
            (HardlinkSetDiffers.Rule, TzHardlink.Rule),
        ],
    };

    // As ucodecheck.
    private static CompleteArea Microcode => CompleteArea.Below("platform/i86pc/ucode/AuthenticAMD", "platform/i86pc/ucode/GenuineIntel") with
    {
        Unshipped = UcodeUnshipped.Rule,
    };

    // As mancheck, which knew section 8 as 1m until illumos renumbered it.
    private static ManualProfile Manual => new()
    {
        Roots = Paths("usr/share/man", "smartdc/man"),
        CommandDirectories = Paths("bin", "usr/bin", "sbin", "usr/sbin", "smartdc/bin"),
        CommandSections = ["1", "1m", "8"],
        OrderFile = ImagePath.Parse("usr/share/man/man.cf"),
        // As mancf.
        Ranks = [Rank("1m", "1b"), Rank("8*", "1b"), Rank("8*", "[2-7]*"), Rank("3c", "3?*"), Rank("3socket", "3xnet"), Rank("3socket", "3head")],
    };

    // What build_live does to the image between builder and lofiadm; the mark is what it looks for in genunix.
    private static AssemblyProfile Assembly() => new()
    {
        Shadow = ImagePath.Parse("etc/shadow"),
        Release = ImagePath.Parse("etc/release"),
        Versions = ImagePath.Parse("etc/versions/build"),
        Emptied = Paths("var/log/syslog", "var/adm/wtmpx"),
        Debug = new(ImagePath.Parse("kernel/amd64/genunix"), "DEBUG enabled", 3000L * 1024),
    };

    // What illumos mounts when the kernel starts (vfs_mountroot), from vfstab and in fs-minimal; then what SmartOS does in
    // fs-joyent. The file system at dev shows the directory it is mounted on, and those at var and etc/zones begin as copies.
    private static IEnumerable<RunTimeMount> Mounts()
    {
        yield return Mount("devices", "the tree of devices");
        yield return Mount("proc", "the file system of processes");
        yield return Mount("system/boot", "the files of the boot loader");
        yield return Mount("system/contract", "the file system of contracts");
        yield return Mount("system/object", "the file system of kernel modules");
        yield return Mount("etc/mnttab", "the table of mounted file systems");
        yield return Mount("etc/dfs/sharetab", "the table of shared file systems");
        yield return Mount("etc/svc/volatile", "a file system in memory");
        yield return Mount("dev/fd", "the file system of open files");
        yield return Mount("tmp", "a file system in memory");
        yield return Mount("var/run", "a file system in memory");
        yield return Mount("opt", "the data set zones/opt");
        yield return Mount("zones", "the storage pool");
    }

    // What lib/svc/method/fs-root and the services before it run until /usr is mounted.
    private static IEnumerable<string> Underfiles()
    {
        string[] files =
        [
            "bin/[", "bin/cat", "bin/head", "bin/i86/ksh93", "bin/ls", "kernel/sched/amd64/FSS",
            "lib/fm/libfmevent.so", "lib/fm/libfmevent.so.1", "lib/fm/libtopo.so", "lib/fm/libtopo.so.1", "sbin/lofiadm",
        ];
        string[] libraries =
        [
            "libast", "libcmd", "libdll", "libexacct", "libfstyp", "libidmap", "libipmi", "libpkcs11", "libpool", "libproject",
            "libshell", "libsmbios", "libsum",
        ];
        return files.Concat(libraries.SelectMany(name => new[] { $"lib/{name}.so", $"lib/{name}.so.1" }));
    }

    private static SectionRank Rank(string first, string then) => new(new ShellPattern(first), new ShellPattern(then));

    private static ForbiddenArea Forbid(string glob, string reason) => new(new PathGlob(glob), reason);

    private static RunTimeMount Mount(string point, string what) => new(ImagePath.Parse(point), what);

    private static (PathGlob Glob, string What) Junk(string name, string what) => (new PathGlob("**/" + name), what);

    private static ImagePath[] Paths(params string[] paths) => [.. paths.Select(ImagePath.Parse)];

    private static PathGlob[] Globs(params string[] patterns) => [.. patterns.Select(pattern => new PathGlob(pattern))];
}
