namespace ManifestLinker.Grammar.Tests;

/// <summary>As <see cref="CorpusFactAttribute"/>, with a row for each manifest.</summary>
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = new CorpusFactAttribute().Skip;
}
