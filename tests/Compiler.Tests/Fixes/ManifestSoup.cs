using CsCheck;

namespace ManifestLinker.Compiler.Tests.Fixes;

/// <summary>Manifests that are almost right, and some that are not: what a fixer and a formatter may come upon.</summary>
internal static class ManifestSoup
{
    private static readonly string[] RealLines =
    [
        "d etc 0755 root sys", "d usr 0755 root sys", "d usr/bin 0755 root bin", "d usr/lib 0755 root bin", "d usr/libexec 07555 root bin", "s bin=usr/bin",
        "f etc/motd 0644 root sys", "f usr/bin/scp 0555 root bin", "f usr/bin/scp 0755 root bin", "f usr/bin/size 044 root bin",
        "h usr/bin/[=usr/bin/alias", "h lib/fs/nfs/mount=etc/fs/nfs/mount", "s etc/fs/nfs/mount=../../../usr/lib/fs/nfs/mount",
        "s usr/bin/perl=/opt/local/bin/perl", "s usr/lib/libfakekernel.so.1=../../../lib/libfakekernel.so.1", "d usr/vm/node_modules/macaddr/ 0755 root root",
        "f usr/lib/libstdc++.so.$V 0755 root bin", "s usr/lib/libz.so=libz.so.1", "f usr/lib/libz.so.1 0755 root bin", "f deep/x/y 0644 root bin",
        "f deep-a 0644 root bin", "# a heading", "# mlc: allow MLC1004, MLC2001 -- as it was", "", "<<<<<<< HEAD",
    ];

    private static readonly Gen<string> Component = Gen.OneOf("a", "b", "usr", "bin", "..", ".", "", "#c", "$V", "$P", "@A@", "x=y", "\u00e9", "\udcff", "z\r");

    private static readonly Gen<string> Path = Component.Array[1, 4].Select(parts => string.Join('/', parts));

    private static readonly Gen<string> Simple = Gen.OneOf("a", "a/b", "a/b/c", "a-b", "b", "b/c", "usr", "usr/bin", "usr/bin/x", "bin/x");

    private static readonly Gen<string> Node = Gen.Select(
        Gen.OneOf("f", "d", "d"), Gen.Frequency((1, Path), (4, Simple)), Gen.OneOf("0755", "0755", "0644", "755", "044", "07555", "02755", "0x"),
        Gen.OneOf("root", "root", "bin", "nobody", "roto"), Gen.OneOf("bin", "sys", "bit"))
        .Select((kind, path, mode, owner, group) => $"{kind} {path} {mode} {owner} {group}");

    private static readonly Gen<string> Target = Gen.Frequency(
        (1, Path),
        (3, Simple),
        (2, Simple.Select(path => "/" + path)),
        (2, Gen.Select(Gen.Int[1, 4], Simple).Select((up, path) => string.Concat(Enumerable.Repeat("../", up)) + path)),
        (1, Gen.OneOf("/", "..", "../..", "/a/", "a/.", "/../a", "//b//./c/")));

    private static readonly Gen<string> Link =
        Gen.Select(Gen.OneOf("s", "s", "h"), Gen.Frequency((1, Path), (4, Simple)), Target).Select((kind, path, target) => $"{kind} {path}={target}");

    private static readonly Gen<string> Comment = Gen.OneOf("# note", "#", "# mlc: allow MLC1008 -- so be it", "# mlc: allow", "#mlc:allow MLC2001,MLC7003", "## \u00e9 \udc80 ", "# \r");

    private static readonly Gen<string> Piece = Gen.OneOf(
        " ", "\t", "/", "//", "/./", "=", "#", " # c", "\r", "\r\r", "\n", "..", "$V", "$P", "$", "0", "f", "\0", "\udcc3", "\udca9", "\ufeff", "\u0007", "<<<<<<< ", "# mlc: allow MLC1", " -- x");

    private static readonly Gen<string> Whole = Gen.Frequency((4, Node), (3, Link), (2, Comment), (3, Gen.OneOf(RealLines)), (1, Gen.Const("")));

    private static readonly Gen<string> Dressed = Gen.Select(
        Gen.OneOf("", "", "", "", " ", "\t "),
        Whole,
        Gen.OneOf("", "", "", "", " ", "\t"),
        Gen.Frequency((6, Gen.Const("")), (1, Comment.Select(comment => " " + comment))))
        .Select((before, line, after, comment) => before + line + after + comment);

    private static readonly Gen<string> Mutated = Gen.Select(Dressed, Gen.Int[0, 40], Gen.Int[0, 4], Piece)
        .Select((line, at, cut, piece) => line[..Math.Min(at, line.Length)] + piece + line[Math.Min(at + cut, line.Length)..]);

    private static readonly Gen<string> Line = Gen.Select(Gen.Frequency((5, Dressed), (1, Mutated)), Gen.Frequency((12, Gen.Const("\n")), (2, Gen.Const("\r\n")), (1, Gen.Const("\r\r\n"))))
        .Select((line, end) => line + end);

    /// <summary>The text of a manifest.</summary>
    public static readonly Gen<string> Text = Gen.Select(Line.Array[0, 14], Gen.Frequency((5, Gen.Const("")), (1, Dressed), (1, Mutated)))
        .Select((lines, last) => string.Concat(lines) + last);

    /// <summary>The texts of the manifests of a platform.</summary>
    public static readonly Gen<string[]> Texts = Text.Array[1, 3];

    /// <summary>How many of them to try: <paramref name="usual"/>, or what <c>MLC_FUZZ_ITERATIONS</c> says.</summary>
    public static long Iterations(int usual) =>
        long.TryParse(Environment.GetEnvironmentVariable("MLC_FUZZ_ITERATIONS"), out long given) ? given : usual;
}
