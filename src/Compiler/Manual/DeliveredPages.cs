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
            if (!EndsWith(section, entry.Path.Text)) yield return ManWrongSection.At(entry, section);
            else if (IsDoubled(section, entry.Path.Text)) yield return ManWrongSection.Doubled(entry, section);
            if (entry is FileEntry page && page.Mode != manual.PageMode) yield return ManMode.At(page, manual.PageMode);
        }
    }

    private static bool EndsWith(string section, ReadOnlySpan<char> path) =>
        path.EndsWith(section, StringComparison.Ordinal) && path[path.Length - section.Length - 1] == '.';

    // No version has a letter, as 9f has.
    private static bool IsDoubled(string section, ReadOnlySpan<char> path) =>
        section.AsSpan().ContainsAnyExceptInRange('0', '9') && EndsWith(section, path[..^(section.Length + 1)]);
}
