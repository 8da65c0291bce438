namespace ManifestLinker.Compiler.Baselines;

/// <summary>
/// How often a thing is known to be found: a rule (its id), the path of the object (null where it is about none), and the detail key.
/// No line numbers and no wording, so that it outlives what moves and what is said better.
/// </summary>
public sealed record BaselineEntry(string Rule, string? Path, string Detail, int Count);
