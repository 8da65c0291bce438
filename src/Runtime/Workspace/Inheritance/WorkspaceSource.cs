using ManifestLinker.Grammar.Source;
using ManifestLinker.Runtime.Workspace.Toml;

namespace ManifestLinker.Runtime.Workspace.Inheritance;

/// <summary>One of the files that make a workspace file: itself, or one that it extends.</summary>
/// <param name="Text">Its text; the name of the text is the path that it was opened by.</param>
/// <param name="GivenDirectory">Its directory, as it follows from what the files say: empty for the workspace file itself.</param>
/// <param name="Root">What it says by itself.</param>
/// <param name="BrokenTables">The lines of the headers of tables with statements that could not be read.</param>
internal sealed record WorkspaceSource(SourceText Text, string GivenDirectory, TomlTable Root, IReadOnlySet<int> BrokenTables);
