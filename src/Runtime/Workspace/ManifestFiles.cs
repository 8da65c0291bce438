using System.IO.Abstractions;
using ManifestLinker.Runtime.Invocations;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>The files that a path of manifests stands for.</summary>
internal static class ManifestFiles
{
    /// <summary>
    /// <paramref name="path"/> itself; where it is a directory, every file in it (not below it) but those whose name begins
    /// with a dot, in ordinal order of the names. A path where nothing is stands for itself, so that reading it tells.
    /// </summary>
    /// <exception cref="UsageException">The directory has no such file; build_manifest refuses one, too.</exception>
    public static IReadOnlyList<string> At(IFileSystem files, string path)
    {
        if (!files.Directory.Exists(path)) return [path];
        string[] found =
        [
            .. files.Directory.EnumerateFiles(path)
                .Select(file => files.Path.GetFileName(file))
                .Where(name => name[0] != '.')
                .Order(StringComparer.Ordinal)
                .Select(name => files.Path.Combine(path, name)),
        ];
        return found.Length > 0 ? found : throw new UsageException($"{path}: no manifests in this directory", "name a manifest, or a directory that has some");
    }
}
