using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC7005: A symbolic link leads into a tree of the build machine.</summary>
public static class SymlinkToBuildTree
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC7005",
        Name = "symlink-to-build-tree",
        Severity = Severity.Error,
        Phase = Phase.Semantics,
        Summary = "A symbolic link leads into a tree of the build machine.",
        Explanation =
            "The installation of a component made the link to where its files were at the time: below a proto area "
            + "(proto, proto.strap, proto.boot), below a search directory, or below the workspace. On the build machine it works, so nobody "
            + "notices; in the image it leads nowhere. It is found where the target is not in the image, and is said "
            + "instead of MLC7001, MLC7003, MLC7004 and MLC7006.",
        Bad = """
            d usr 0755 root sys
            d usr/lib 0755 root bin
            f usr/lib/libz.so.1 0755 root bin
            s usr/lib/libz.so=/build/smartos-live/proto/usr/lib/libz.so.1
            """,
        Good = """
            d usr 0755 root sys
            d usr/lib 0755 root bin
            f usr/lib/libz.so.1 0755 root bin
            s usr/lib/libz.so=libz.so.1
            """,
    };

    /// <summary><paramref name="link"/> leads below <paramref name="tree"/>; <paramref name="meant"/> is the object of the image that is called as the rest of its text.</summary>
    public static Finding At(SymlinkEntry link, string tree, string? meant) =>
        SymbolicLink.At(Rule, link, $"symbolic link '{link.Path}' leads to '{link.Target}', below '{tree}' of the build machine") with
        {
            Help = meant is null ? "write the path that the target has in the image" : $"write {meant}",
            Detail = [new("target", link.Target), new("tree", tree)],
        };
}
