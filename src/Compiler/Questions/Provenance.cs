using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;

namespace ManifestLinker.Compiler.Questions;

/// <summary>Where an object of the image comes from.</summary>
/// <param name="Entry">The line that delivers it.</param>
/// <param name="Others">Other lines that declare the same path, and lost to it.</param>
/// <param name="Source">The object of a search directory that is delivered; null for directories and links, and where there is none.</param>
/// <param name="Hidden">The objects of later search directories that this one hides.</param>
public sealed record Provenance(Entry Entry, IReadOnlyList<Entry> Others, ProtoObject? Source, IReadOnlyList<ProtoObject> Hidden)
{
    /// <summary>Where the object at <paramref name="path"/> comes from in <paramref name="compilation"/>; null where no line declares it. A hard link has the source of the file it is a name of.</summary>
    public static Provenance? Of(Compilation compilation, ImagePath path)
    {
        if (compilation.Union.Find(path) is not { } entry) return null;
        ImagePath end = entry is HardLinkEntry link ? compilation.Union.EndOf(link).Path : path;
        ResolvedEntry? resolved = compilation.Resolved?.FirstOrDefault(other => other.Entry.Path == end);
        return new Provenance(entry, [.. compilation.Union.DeclarationsOf(entry).Where(other => other != entry)], resolved?.Source, resolved?.Hidden ?? []);
    }
}
