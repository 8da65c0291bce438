namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>A test that asks the run-time linker of the machine; skipped where there is no ldd, or none of glibc.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LddFactAttribute : FactAttribute
{
    public LddFactAttribute()
    {
        if (!File.Exists("/usr/bin/ldd") || !File.Exists("/lib64/ld-linux-x86-64.so.2")) Skip = "needs ldd of glibc on a 64-bit PC";
    }
}
