using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Platforms;

/// <summary>
/// A platform of twenty objects with one of everything that is hard: a set-id bit, a sticky directory, hard links to hard
/// links that sort before what they lead to, links across the file systems, an empty file, one with indirect blocks.
/// </summary>
internal static class SmallPlatform
{
    public const string Stamp = "20260102T030405Z";

    /// <summary><see cref="Stamp"/> in seconds since 1970.</summary>
    public const long Time = 1767323045;

    public const string Name = "platform-" + Stamp;

    public const string Workspace = """
        [platform]
        profile = "smartos"
        buildstamp = "20260102T030405Z"

        [[component]]
        name = "base"
        manifest = "manifest.d/base.manifest"

        [search]
        directories = ["overlay", "proto"]

        [filesystem.root]
        size = "auto"

        [filesystem.usr]
        size = "auto"
        underfiles = ["bin/ls", "bin/[", "lib/libc.so"]

        """;

    public const string Manifest = """
        d etc 0755 root sys
        f etc/empty 0444 root sys
        f etc/motd 0644 root sys
        f etc/shadow 0400 root sys
        s etc/libc=../usr/lib/libc.so
        d platform 0755 root sys
        d platform/i86pc 0755 root sys
        d platform/i86pc/kernel 0755 root sys
        d platform/i86pc/kernel/amd64 0755 root sys
        f platform/i86pc/kernel/amd64/unix 0755 root sys
        d tmp 1777 root sys
        d usr 0755 root sys
        d usr/bin 0755 root bin
        f usr/bin/ls 0555 root bin
        f usr/bin/su 4555 root sys
        h usr/bin/[=usr/bin/test
        h usr/bin/test=usr/bin/ls
        d usr/lib 0755 root bin
        f usr/lib/libc.so.1 0755 root bin
        s usr/lib/libc.so=libc.so.1

        """;

    public const string Proto = """
        f etc/empty 0600 ""
        f etc/motd 0600 "the one of the proto area\n"
        f etc/shadow 0400 "root:NP:6445::::::\n"
        f platform/i86pc/kernel/amd64/unix 0644 "the kernel\n"
        f usr/bin/ls 0700 "the command ls\n"
        f usr/bin/su 0755 "the command su\n"
        f usr/lib/libc.so.1 0644 "0123456789abcdef\n" * 20000
        """;

    /// <summary>Writes the workspace, its manifest and both of its search directories.</summary>
    public static void Write(TemporaryFolder folder, string? manifest = null, string? workspace = null)
    {
        folder.Write("mlc.toml", workspace ?? Workspace);
        folder.Write("manifest.d/base.manifest", manifest ?? Manifest);
        ProtoTree.Build(folder.At("proto"), Proto);
        ProtoTree.Build(folder.At("overlay"), """f etc/motd 0600 "the one of the overlay\n" """.Trim());
    }

    /// <summary>The words of a link into <paramref name="output"/> that depends on nothing else.</summary>
    public static string[] Link(string output = "out", params string[] more) =>
        ["link", "--root-password", "none", "--ignore", "MLC3006", "-o", output, .. more];
}
