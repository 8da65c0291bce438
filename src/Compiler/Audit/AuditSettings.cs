using ManifestLinker.Compiler.Audit.Cache;

namespace ManifestLinker.Compiler.Audit;

/// <summary>How an image is looked into.</summary>
/// <param name="Jobs">How many files are read at the same time.</param>
/// <param name="Cancel">Ends the reading.</param>
/// <param name="Judges">Whether anything is looked for that is wrong; the image is there in any case.</param>
/// <param name="Cache">What is known of files from earlier runs; null for nothing.</param>
public sealed record AuditSettings(int Jobs, CancellationToken Cancel, bool Judges = true, FactsCache? Cache = null);
