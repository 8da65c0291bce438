using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Rules;

namespace ManifestLinker.Compiler.Manual;

/// <summary>Checks how the pages of the manual are declared.</summary>
internal static class DeliveredPages
{
    /// <summary>The findings about names and modes of the pages in <paramref name="union"/>.</summary>
    public static IEnumerable<Finding> Check(Union union, ManualProfile manual)
    {
        foreach (Entry entry in union.Entries)
        {
            if (entry is DirectoryEntry || manual.SectionOf(entry.Path) is not { } section) continue;
            ReadOnlySpan<char> text = entry.Path.Text;
            if (!text.EndsWith(section, StringComparison.Ordinal) || text[text.Length - section.Length - 1] != '.') yield return ManWrongSection.At(entry, section);
            if (entry is FileEntry page && page.Mode != manual.PageMode) yield return ManMode.At(page, manual.PageMode);
        }
    }
}
