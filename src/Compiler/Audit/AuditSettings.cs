namespace ManifestLinker.Compiler.Audit;

/// <summary>How an image is looked into.</summary>
/// <param name="Jobs">How many files are read at the same time.</param>
/// <param name="Cancel">Ends the reading.</param>
public sealed record AuditSettings(int Jobs, CancellationToken Cancel);
