namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>
/// A small platform made of extremes, the same ones in both file systems, each of which is as large as its contents need and
/// no larger.
/// </summary>
public sealed class EdgePlatform : PlatformUnderTest
{
    public override int Underfiles => 4;

    internal override Declarations Declarations => new(["manifest"], ["proto"]);

    protected override void MakeWorkspace(string workspace, bool reversed)
    {
        ManifestBuilder manifest = new();
        Skeleton(manifest);
        EdgeCases.AddTo(manifest, "edge");
        EdgeCases.AddTo(manifest, "usr/edge");
        File.WriteAllText(Path.Combine(workspace, "mlc.toml"), $"""
            [platform]
            buildstamp = "{LinkedPlatform.Stamp}"

            [[component]]
            name = "edges"
            manifest = "manifest"

            [search]
            directories = ["proto"]

            [filesystem.root]
            size = "auto"
            spare-blocks = 0
            spare-inodes = 0

            [filesystem.usr]
            size = "auto"
            bytes-per-inode = 2048
            underfiles = ["bin/[", "bin/i86/ksh93", "lib/libedge.so", "lib/libedge.so.1"]

            # Every mode there is, whether or not anybody should give it to a file; and the longest paths and targets do not fit into
            # the lines of builder, which has no part in this platform.
            [rules]
            ignore = ["MLC71", "line-too-long"]

            """);
        manifest.Write(Path.Combine(workspace, "manifest"), Path.Combine(workspace, "proto"), reversed);
    }

    // What every platform has: a kernel, accounts, and what runs before /usr is mounted.
    private static void Skeleton(ManifestBuilder manifest)
    {
        manifest.Directory("platform/i86pc/kernel/amd64");
        manifest.File("platform/i86pc/kernel/amd64/unix", 100_000);
        manifest.Directory("etc");
        // An owner of more than 16 bits is kept in other fields of an inode.
        manifest.File("etc/passwd", "root:x:0:0::/:\nnobody:x:60001:60001::/:\nwide:x:65536:1::/:\nlast:x:2147483647:1::/:\n"u8.ToArray());
        manifest.File("etc/group", "root::0:\nbin::2:\nlast::2147483647:\n"u8.ToArray());
        manifest.Directory("usr/bin/i86");
        manifest.File("usr/bin/i86/ksh93", 5000, "0555");
        manifest.File("usr/bin/test", 77, "0555");
        manifest.HardLink("usr/bin/[", "usr/bin/test");
        manifest.Directory("usr/lib");
        manifest.File("usr/lib/libedge.so.1", 4096, "0555");
        manifest.SymbolicLink("usr/lib/libedge.so", "libedge.so.1");
        manifest.Directory("usr/share");
    }
}
