using ManifestLinker.Runtime.World.Phases;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>
/// Where the machine's own files are. Phases read them all the time, and what they are is settled by the machine's image; so they are counted, and not
/// listed. Nobody keeps anything in the temporary directories.
/// </summary>
internal sealed class SystemFolders(IReadOnlyList<string> temporary)
{
    private static readonly string[] ReadOnly = ["/bin", "/etc", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/sbin", "/usr"];
    private static readonly string[] Kernel = ["/dev", "/proc", "/sys"];

    /// <summary>The folder whose own business <paramref name="access"/> to <paramref name="path"/> is; null where it is none's.</summary>
    public string? Of(string path, Access access)
    {
        string[] system = (access & Access.Write) != Access.None ? Kernel : [.. ReadOnly, .. Kernel];
        return system.Concat(temporary).FirstOrDefault(folder => PhasePath.IsAtOrBelow(path, folder));
    }
}
