namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>What came of checking some texts: what they mean, and what is left of the findings after judgement.</summary>
public sealed record CheckedTexts(Compilation Compilation, Verdict Verdict);
