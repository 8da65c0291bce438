using ManifestLinker.Runtime.Invocations;
using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Project;

/// <content>Which manifests there are, and of which components.</content>
internal sealed partial class ProjectReader
{
    /// <summary>The manifests that are given on the command line, or else in the workspace, which is not read otherwise.</summary>
    public IReadOnlyList<NamedManifest> ReadManifests(IReadOnlyList<string> manifests) =>
        Name(manifests, manifests.Count > 0 ? null : ReadWorkspace());

    private IReadOnlyList<NamedManifest> Name(IReadOnlyList<string> manifests, WorkspaceFile? workspace)
    {
        IReadOnlyList<NamedManifest> named = manifests.Count > 0
            ? [.. manifests.SelectMany(name => Expand(name, name, component: null))]
            : workspace is null ? [] : [.. workspace.Components.SelectMany(component =>
                component.Manifests.Select(workspace.PathOf).SelectMany(manifest => Expand(manifest.Opened, manifest.GivenAs, component.Name.Value)))];
        return named.Count > 0 ? named
            : throw new UsageException("no manifest is given, and no mlc.toml names one", "name manifests, or run in a directory with an mlc.toml");
    }

    private IEnumerable<NamedManifest> Expand(string path, string given, string? component)
    {
        IReadOnlyList<string> found = ManifestFiles.At(files, path);
        foreach (string file in found)
        {
            // A fragment of a directory is named by its place below what was given.
            string below = found is [var only] && only == path ? given : $"{given.TrimEnd('/')}/{files.Path.GetFileName(file)}";
            yield return new NamedManifest(component ?? ComponentOf(file), file, below);
        }
    }

    // illumos-extra.manifest is of illumos-extra; a file that is just called manifest is of the directory it lies in.
    private string ComponentOf(string path)
    {
        string name = files.Path.GetFileName(path);
        if (name is "manifest") return files.Path.GetFileName(files.Path.GetDirectoryName(files.Path.GetFullPath(path))) ?? name;
        return name.EndsWith(".manifest", StringComparison.Ordinal) ? name[..^".manifest".Length] : name;
    }
}
