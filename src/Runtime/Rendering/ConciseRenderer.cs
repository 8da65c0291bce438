using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>One line a finding.</summary>
internal sealed class ConciseRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
    }
}
