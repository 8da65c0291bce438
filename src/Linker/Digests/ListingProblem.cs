namespace ManifestLinker.Linker.Digests;

/// <summary>What is wrong with a line of a listing.</summary>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Message">One line of text.</param>
/// <param name="Column">Where in the line, in characters counted from 1.</param>
public readonly record struct ListingProblem(int Line, string Message, int Column = 1);
