using ManifestLinker.Compiler.Diagnostics;

namespace ManifestLinker.Runtime.Rendering;

/// <summary>A form in which findings are shown.</summary>
internal interface IFindingRenderer
{
    /// <summary>Writes <paramref name="verdict"/> to <paramref name="output"/> as UTF-8 with LF line ends; the stream stays open.</summary>
    void Render(RunFacts run, Verdict verdict, Stream output);
}
