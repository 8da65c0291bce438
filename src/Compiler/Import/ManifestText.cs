using System.Text;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Import;

/// <summary>Writes what was imported as a manifest: each group sorted as <c>mlc merge</c> sorts, each path once.</summary>
public static class ManifestText
{
    /// <summary>
    /// The manifest of <paramref name="groups"/>. What is described twice alike stands where it came first; what contradicts that, and what
    /// no line can say, is left out and added to <paramref name="findings"/>.
    /// </summary>
    public static string Of(IEnumerable<ImportedGroup> groups, ICollection<Finding> findings)
    {
        var text = new StringBuilder();
        foreach (ImportedGroup group in Kept(groups, findings))
        {
            if (group.Title is not null)
            {
                if (text.Length > 0) text.Append('\n');
                text.Append("# ").Append(group.Title).Append('\n');
            }
            foreach (ImportedEntry entry in group.Entries) text.Append(entry.Line).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The same entries, group by group in the order of their lines, for whoever wants to know where each line comes from.</summary>
    public static IReadOnlyList<ImportedGroup> Kept(IEnumerable<ImportedGroup> groups, ICollection<Finding> findings)
    {
        var first = new Dictionary<ImagePath, ImportedEntry>();
        var kept = new List<ImportedGroup>();
        foreach (ImportedGroup group in groups)
        {
            ImportedEntry[] entries = [.. group.Entries.Where(entry => IsKept(entry, first, findings))];
            Array.Sort(entries, (a, b) => string.CompareOrdinal(a.SortKey, b.SortKey));
            kept.Add(group with { Entries = entries });
        }
        return kept;
    }

    private static bool IsKept(ImportedEntry entry, Dictionary<ImagePath, ImportedEntry> first, ICollection<Finding> findings)
    {
        if (ReadBack.WhyNot(entry) is { } why)
        {
            findings.Add(ImportUnsupported.LeftOut(entry.Path.Text, entry.TypeName, why, entry.Location));
            return false;
        }
        if (first.TryAdd(entry.Path, entry)) return true;
        if (!first[entry.Path].Line.Equals(entry.Line, StringComparison.Ordinal)) findings.Add(ImportConflict.At(first[entry.Path], entry));
        return false;
    }
}
