namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>A finding that somebody has excused.</summary>
public sealed record Excused(Finding Finding, Suppression By);
