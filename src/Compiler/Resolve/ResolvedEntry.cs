using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Resolve;

/// <summary>
/// An entry with everything it needs to be delivered: the numbers of owner and group, and for a file the object it is copied from
/// (null where it was not found) and the objects of later search directories that this one hides.
/// </summary>
public sealed record ResolvedEntry(Entry Entry, uint Uid, uint Gid, ProtoObject? Source, IReadOnlyList<ProtoObject> Hidden)
{
    /// <summary>Whether the link writes the content of this file, which therefore may be in no search directory.</summary>
    public bool IsWrittenByLink { get; init; }
}
