using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Bind;

/// <summary>A manifest of a component: its text as a tree, and what its lines mean, in their order.</summary>
public sealed record BoundManifest(string Component, ManifestSyntax Syntax, IReadOnlyList<Entry> Entries)
{
    /// <summary>What <paramref name="line"/> delivers; null where it delivers nothing.</summary>
    public Entry? EntryAt(SourceLine line)
    {
        int low = 0;
        for (int high = Entries.Count; low < high;)
        {
            int middle = (low + high) / 2;
            if (Entries[middle].Origin.Path.Start < line.Start) low = middle + 1;
            else high = middle;
        }
        return low < Entries.Count && Entries[low].Origin.Path.Start < line.Next ? Entries[low] : null;
    }
}
