namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A line of etc/path_to_inst: a device of the machine that it was written on.</summary>
public sealed record Instance(int Line, string Path);

/// <summary>Reads etc/path_to_inst as the kernel does (<c>usr/src/uts/common/os/instance.c</c>): <c>"PATH" INSTANCE "DRIVER"</c>, comments behind <c>#</c>.</summary>
public static class InstanceTable
{
    // MAXPATHLEN.
    private const int Buffer = 1024;

    /// <summary>The table in <paramref name="text"/>; every line that says something is a row.</summary>
    public static SystemTable<Instance> Read(string text) =>
        new([.. KernelLines.Of(text, Buffer).Select(tokens => new Instance(tokens[0].Line, tokens[0].Text))], []);
}
