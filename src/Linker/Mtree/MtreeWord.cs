namespace ManifestLinker.Linker.Mtree;

/// <summary>A word of a listing, and where it stands; line and column count from 1.</summary>
internal readonly record struct MtreeWord(string Text, int Line, int Column);
