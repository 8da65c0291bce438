using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Processes;

/// <summary>Finds programs in <c>$PATH</c>, as a shell does.</summary>
internal static class ProgramPath
{
    /// <summary>
    /// The path of <paramref name="program"/>: looked up in <c>$PATH</c> where it is a name, taken as it is where it holds a slash; null
    /// where there is no such file. Looked up here, because .NET would try the working directory first, where anybody's program may lie.
    /// </summary>
    public static string? Find(Invocation invocation, string program)
    {
        if (program.Contains('/', StringComparison.Ordinal)) return invocation.Host.Files.File.Exists(program) ? program : null;
        return (invocation.Environment("PATH") ?? "")
            .Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Where(folder => folder[0] == '/')
            .Select(folder => $"{folder}/{program}")
            .FirstOrDefault(invocation.Host.Files.File.Exists);
    }
}
