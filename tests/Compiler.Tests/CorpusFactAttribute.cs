namespace ManifestLinker.Compiler.Tests;

/// <summary>A test that reads the real manifests of SmartOS; skipped where they are not at hand.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusFactAttribute : FactAttribute
{
    public CorpusFactAttribute()
    {
        if (!Directory.Exists(Repository.Corpus)) Skip = $"needs the manifests of SmartOS in {Repository.Corpus}";
    }
}
