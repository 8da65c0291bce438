using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Complete;

/// <summary>
/// The line that would deliver an object, the entry it would stand behind or before, and the change that puts it there; the last
/// two are null where no manifest delivers anything near.
/// </summary>
public sealed record ProposedLine(string Text, Entry? Neighbour, Edit? Edit);
