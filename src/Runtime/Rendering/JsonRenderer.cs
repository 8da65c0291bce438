using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>For programs.</summary>
internal sealed class JsonRenderer : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output)
    {
    }
}
