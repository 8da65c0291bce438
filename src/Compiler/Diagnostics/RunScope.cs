namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// What a run looked for, and on which day: by this the excuses themselves are judged. One for a rule of a phase that did not run
/// has had nothing to excuse, and that is not its fault.
/// </summary>
/// <param name="Phases">The phases that ran, each for all of the platform.</param>
/// <param name="Today">The day, in UTC.</param>
public sealed record RunScope(IReadOnlyCollection<Phase> Phases, DateOnly Today);
