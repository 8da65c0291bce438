using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>The platform image of SmartOS as build_live (smartos-live, 2026) makes it.</summary>
public static class SmartOs
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
        // An unknown owner ships as root; and a lock that could be taken off by the way would be none.
        Locked = [UnsuppressibleSuppressed.Rule.Id, UnknownOwner.Rule.Id],
    };

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

    private static PathGlob[] Globs(params string[] patterns) => [.. patterns.Select(pattern => new PathGlob(pattern))];
}
