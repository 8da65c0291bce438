using System.IO.Abstractions;
using ManifestLinker.Compiler.Host;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Project;

/// <summary>Finds the files that package manifests include: beside the one that includes, in directories that are given, or where illumos has transforms beside manifests.</summary>
internal sealed class IncludedFiles(IHost host, ProjectReader reader, IReadOnlyList<string> directories)
{
    /// <summary>The file <paramref name="name"/> that the file <paramref name="from"/> includes; null where there is none.</summary>
    public SourceText? Find(string from, string name)
    {
        IPath paths = host.Files.Path;
        string beside = paths.GetDirectoryName(from) ?? "";
        return new[] { beside }.Concat(directories).Append(paths.Combine(beside, "..", "transforms"))
            .Select(directory => paths.Combine(directory, name))
            .Where(host.Files.File.Exists)
            .Select(reader.ReadText)
            .FirstOrDefault();
    }
}
