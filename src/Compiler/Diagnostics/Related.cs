namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>Another place that a finding speaks of: a line, or a path of the host where there is no line.</summary>
public sealed record Related(string Message, Location? Location, string? Path = null);
