namespace ManifestLinker.Linker.Digests;

/// <summary>What is wrong with a line of a listing.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">One line of text.</param>
public readonly record struct ListingProblem(int Line, string Message);
