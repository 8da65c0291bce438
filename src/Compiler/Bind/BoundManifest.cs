using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Bind;

/// <summary>A manifest of a component: its text as a tree, and what its lines mean.</summary>
public sealed record BoundManifest(string Component, ManifestSyntax Syntax, IReadOnlyList<Entry> Entries);
