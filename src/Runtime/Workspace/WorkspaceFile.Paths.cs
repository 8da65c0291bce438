using ManifestLinker.Runtime.Workspace.Inheritance;

namespace ManifestLinker.Runtime.Workspace;

/// <content>Where the files lie that the workspace file names.</content>
internal sealed partial record WorkspaceFile
{
    /// <summary>Where <paramref name="written"/> lies, which is relative to the file that says it.</summary>
    public WorkspacePath PathOf(Placed<string> written)
    {
        WorkspaceSource source = Sources.First(source => ReferenceEquals(source.Text, written.Location.Source));
        return new(
            Path.Combine(Path.GetDirectoryName(source.Text.Name) ?? "", written.Value),
            Path.Combine(source.GivenDirectory, written.Value));
    }
}

/// <summary>
/// A path that a workspace file names: <see cref="Opened"/> from the working directory, and <see cref="GivenAs"/> from the directory
/// of the workspace file, which is the same wherever the project lies.
/// </summary>
internal readonly record struct WorkspacePath(string Opened, string GivenAs);
