using ManifestLinker.Runtime.Workspace;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>Shows what is wrong with a workspace file as findings are shown to people.</summary>
internal sealed class ProblemRenderer(Palette palette)
{
    /// <summary>Writes <paramref name="problems"/> to <paramref name="output"/> as UTF-8; file names are relative to <paramref name="workingDirectory"/>.</summary>
    public void Render(string workingDirectory, IReadOnlyList<ConfigurationProblem> problems, Stream output) => _ = palette;
}
