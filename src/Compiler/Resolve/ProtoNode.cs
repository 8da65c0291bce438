using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>What search directories together have at <paramref name="Path"/>: the object of the first that has one.</summary>
public readonly record struct ProtoNode(ImagePath Path, FileKind Kind, bool HasChildren);
