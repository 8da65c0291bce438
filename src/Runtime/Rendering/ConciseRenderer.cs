using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>One line a finding, as compilers write (<see cref="ConciseLine"/>).</summary>
internal sealed class ConciseRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
        using StreamWriter writer = Utf8Text.To(output);
        var files = new FileNames(run.WorkingDirectory);
        foreach (Finding finding in verdict.Findings) writer.WriteLine(ConciseLine.Of(finding, files));
    }
}
