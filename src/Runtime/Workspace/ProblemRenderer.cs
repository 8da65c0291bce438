using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Runtime.Rendering;

namespace ManifestLinker.Runtime.Workspace;

/// <summary>Shows what is wrong with a workspace file as findings are shown to people.</summary>
internal sealed class ProblemRenderer(Palette palette)
{
    /// <summary>Writes <paramref name="problems"/> to <paramref name="output"/> as UTF-8; file names are relative to <paramref name="workingDirectory"/>.</summary>
    public void Render(string workingDirectory, IReadOnlyList<ConfigurationProblem> problems, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var text = new FindingText(writer, palette, new FileNames(workingDirectory));
        foreach (ConfigurationProblem problem in problems)
            text.Write(problem.Rule.Severity, problem.Rule.Id, $"{problem.Message} [{problem.Rule.Name}]", problem.Location, null, problem.Related is { } related ? [related] : [], problem.Help);
    }
}
