namespace ManifestLinker.Runtime.Tests.Acceptance.Inputs;

/// <summary>Where a platform's declarations and objects are, for a reading that owes nothing to the compiler.</summary>
internal sealed record Declarations(IReadOnlyList<string> Manifests, IReadOnlyList<string> SearchDirectories)
{
    /// <summary>Texts in manifests, and what stands for them.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
