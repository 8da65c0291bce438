namespace ManifestLinker.Runtime.Rendering;

/// <summary>Names of files as a run shows them: relative to its working directory, with <c>/</c>.</summary>
internal sealed class FileNames(string workingDirectory)
{
    private readonly Dictionary<string, string> shown = new(StringComparer.Ordinal);

    /// <summary>The name to show for <paramref name="file"/>, a full path or one relative to the working directory.</summary>
    public string Shown(string file)
    {
        if (shown.TryGetValue(file, out string? known)) return known;
        // A NUL cannot be part of a path; whatever else calls itself by such a name is shown as it is.
        string name = file.Length == 0 || file.Contains('\0', StringComparison.Ordinal)
            ? file
            : Path.GetRelativePath(workingDirectory, Path.Combine(workingDirectory, file)).Replace(Path.DirectorySeparatorChar, '/');
        shown.Add(file, name);
        return name;
    }
}
