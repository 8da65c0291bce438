namespace ManifestLinker.Compiler.Import;

/// <summary>Entries that belong together, such as those of one package, under a title.</summary>
/// <param name="Title">What the comment before them says; null for none.</param>
/// <param name="Entries">The entries, in any order.</param>
public sealed record ImportedGroup(string? Title, IReadOnlyList<ImportedEntry> Entries);
