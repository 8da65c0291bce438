using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>What search directories together have at <paramref name="Path"/>: the object of the first that has one.</summary>
public readonly record struct ProtoNode(ImagePath Path, ProtoKind Kind, bool HasChildren);
