using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Profiles;

/// <summary>Objects that no platform image may hold, and why, in words that stand by themselves.</summary>
public sealed record ForbiddenArea(PathGlob Glob, string Reason);
