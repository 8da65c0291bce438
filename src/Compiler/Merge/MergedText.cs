using System.Text;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.Merge;

/// <summary>The aggregated manifest: what build_manifest and sorter of smartos-live give. A line for each entry, in ordinal order of the second word.</summary>
public static class MergedText
{
    /// <summary>The text of <paramref name="entries"/> and of the lines <paramref name="more"/>; a line that is in both stands once.</summary>
    public static string Of(IEnumerable<Entry> entries, params IEnumerable<string> more)
    {
        IEnumerable<(string Key, string Line)> declared = entries.Select(entry => (entry.SortKey, entry.ToString()));
        IEnumerable<(string Key, string Line)> besides = more.Select(line => (line.Split(' ')[1], line));
        var text = new StringBuilder();
        foreach ((_, string line) in declared.Concat(besides).Distinct().OrderBy(pair => pair.Key, StringComparer.Ordinal)) text.Append(line).Append('\n');
        return text.ToString();
    }
}
