using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>For people.</summary>
internal sealed class HumanRenderer(Palette palette) : IFindingRenderer
{
    /// <inheritdoc/>
    public void Render(RunFacts run, Verdict verdict, Stream output) => _ = palette;
}
