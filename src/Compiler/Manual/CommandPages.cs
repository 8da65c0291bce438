using ManifestLinker.Compiler.Complete;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Compiler.Profiles;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.Manual;

/// <summary>
/// Looks for the page of every program that people type the name of, as mancheck of smartos-live does: <c>manS/NAME.S</c> for each of
/// the sections that hold programs.
/// </summary>
internal sealed class CommandPages(Union union, SearchPath search, ManualProfile manual)
{
    private readonly (ImagePath Directory, string Section, IReadOnlySet<string> Names)[] sections =
        [.. from root in manual.Roots
            from section in manual.CommandSections
            let directory = root.Append("man" + section)
            select (directory, section, search.Names(directory))];

    /// <summary>The programs with a page in the search directories that nobody delivers; one finding for each page, which goes to <paramref name="told"/>.</summary>
    public IEnumerable<Finding> Unshipped(LineWriter lines, HashSet<ImagePath> told)
    {
        foreach (Entry command in Commands())
        {
            foreach ((ImagePath directory, string section, IReadOnlySet<string> names) in sections)
            {
                string name = $"{command.Path.Name}.{section}";
                if (!names.Contains(name)) continue;
                ImagePath page = directory.Append(name);
                if (union.Find(page) is not null || !IsPage(page) || search.Find(page) is not { } found || !told.Add(page)) continue;
                yield return ManPageUnshipped.At(command, page, found, lines.Write(page, found));
            }
        }
    }

    /// <summary>The programs whose page neither a manifest nor a search directory has.</summary>
    public IEnumerable<Finding> Missing() => Commands()
        .Where(command => !sections.Any(section => HasPage(section.Directory, section.Names, $"{command.Path.Name}.{section.Section}")))
        .Select(command => ManPageMissing.At(command, manual));

    private IEnumerable<Entry> Commands() => union.Entries.Where(entry => entry is not DirectoryEntry && manual.CommandDirectories.Contains(entry.Path.Parent));

    private bool HasPage(ImagePath directory, IReadOnlySet<string> names, string name) =>
        union.Find(directory.Append(name)) is not null || (names.Contains(name) && IsPage(directory.Append(name)));

    private bool IsPage(ImagePath page) => search.FindAll(page, follow: true) is [{ Kind: FileKind.Regular }, ..];
}
