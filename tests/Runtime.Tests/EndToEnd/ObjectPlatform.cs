using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>A small proto area with real ELF objects, which gcc links without a library of Linux, and the manifest of all but one of them.</summary>
internal sealed class ObjectPlatform : IDisposable
{
    private readonly TemporaryFolder here = new();

    public ObjectPlatform()
    {
        foreach (string folder in new[] { "lib/amd64", "usr/bin", "usr/lib/amd64" }) Directory.CreateDirectory(At($"proto/{folder}"));
        File.CreateSymbolicLink(At("proto/lib/64"), "amd64");
        File.CreateSymbolicLink(At("proto/usr/lib/64"), "amd64");
        here.Write("none.c", "int nothing;\n");
        Library("lib/amd64/ld.so.1", "");
        Library("lib/amd64/libc.so.1", "");
        Library("usr/lib/amd64/libfrob.so.1", "proto/lib/amd64/libc.so.1");
        Gcc("-no-pie", "-Wl,--dynamic-linker,/lib/amd64/ld.so.1", "-Wl,-z,noexecstack", "-Wl,-e,0", "-o", "proto/usr/bin/frob", "none.c", "-Wl,--no-as-needed",
            "proto/usr/lib/amd64/libfrob.so.1", "-Wl,--allow-shlib-undefined");
        here.Write("proto/usr/bin/frobber", "#!/usr/bin/frob\n");
        here.Write("platform.manifest", """
            d lib 0755 root bin
            s lib/64=amd64
            d lib/amd64 0755 root bin
            f lib/amd64/ld.so.1 0755 root bin
            f lib/amd64/libc.so.1 0755 root bin
            d usr 0755 root sys
            d usr/bin 0755 root bin
            f usr/bin/frob 0555 root bin
            f usr/bin/frobber 0555 root bin
            d usr/lib 0755 root bin
            s usr/lib/64=amd64
            d usr/lib/amd64 0755 root bin

            """);
    }

    /// <summary>The folder with <c>platform.manifest</c> and <c>proto</c>.</summary>
    public string Path => here.Path;

    public string At(string name) => here.At(name);

    public void Dispose() => here.Dispose();

    private void Library(string path, string needs) => Gcc(
        ["-shared", $"-Wl,-soname,{System.IO.Path.GetFileName(path)}", "-o", $"proto/{path}", "none.c", "-Wl,--no-as-needed", .. needs.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private void Gcc(params string[] options) => ForeignTool.RunIn(here.Path, "gcc", ["-nostdlib", "-Wl,--hash-style=sysv", "-Wl,--build-id=none", .. options]).Exits(0);
}
