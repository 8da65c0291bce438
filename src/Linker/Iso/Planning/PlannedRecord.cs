using ManifestLinker.Compiler.Tree;
using ManifestLinker.Linker.Iso.Format;

namespace ManifestLinker.Linker.Iso;

/// <summary>A record of a directory, before it is known where things lie.</summary>
/// <param name="Name">The plain name.</param>
/// <param name="Entry">What it stands for.</param>
/// <param name="Directory">The directory it stands for, if it stands for one.</param>
/// <param name="Areas">Its entries of Rock Ridge; all sections of a file have the same.</param>
/// <param name="Section">Which section of a file it is, from 0 on.</param>
internal sealed record PlannedRecord(byte[] Name, TreeEntry Entry, PlannedDirectory? Directory, EntryAreas Areas, int Section)
{
    /// <summary>Its bytes, an even number.</summary>
    public int Bytes => (DirectoryRecord.BytesFor(Name.Length) + Areas.Inline + 1) / 2 * 2;

    /// <summary>Where it stands in its directory, in bytes.</summary>
    public long Offset { get; set; }
}
