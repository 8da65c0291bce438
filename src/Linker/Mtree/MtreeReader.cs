using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>
/// Reads mtree(5) in both of its forms: full paths, and names relative to the last directory, with <c>..</c> to leave it. Lines
/// may be continued with a backslash; <c>/set</c> and <c>/unset</c> govern the lines after them.
/// </summary>
public static class MtreeReader
{
    /// <summary>All entries of <paramref name="text"/>, in its order, and what is wrong with its lines; never fails.</summary>
    public static (IReadOnlyList<MtreeEntry> Entries, IReadOnlyList<ListingProblem> Problems) Read(string text)
    {
        var entries = new List<MtreeEntry>();
        var problems = new List<ListingProblem>();
        var defaults = new MtreeKeywords();
        ImagePath directory = ImagePath.Root;
        bool isTopOpen = false;
        foreach (IReadOnlyList<MtreeWord> words in MtreeLines.In(text))
        {
            MtreeWord first = words[0];
            void Problem(MtreeWord at, string message) => problems.Add(new ListingProblem(at.Line, message, at.Column));
            switch (first.Text)
            {
                case "/set":
                    foreach (MtreeWord word in words.Skip(1)) defaults.Set(word);
                    continue;
                case "/unset":
                    foreach (MtreeWord word in words.Skip(1)) defaults.Unset(word.Text);
                    continue;
                case "..":
                    // The top may be left once where a line named it: many listings end so.
                    if (directory.IsRoot && !isTopOpen) Problem(first, "'..' leaves the top directory");
                    if (directory.IsRoot) isTopOpen = false;
                    directory = directory.Parent;
                    continue;
            }
            if (PathOf(first.Text, directory) is not { } path)
            {
                Problem(first, $"'{first.Text}' is no path: it has a '..' component or a backslash that escapes nothing");
                continue;
            }
            if (path.Text.Length > PathLimit.Bytes)
            {
                Problem(first, $"the path has more than {PathLimit.Bytes} bytes");
                continue;
            }
            var keywords = new MtreeKeywords(defaults);
            foreach (MtreeWord word in words.Skip(1)) keywords.Set(word);
            MtreeEntry entry = keywords.Entry(path, first, Problem);
            entries.Add(entry);
            bool isFullPath = first.Text.Contains('/', StringComparison.Ordinal);
            if (isFullPath || entry.Kind != FileKind.Directory) continue;
            directory = path;
            isTopOpen |= path.IsRoot;
        }
        return (entries, problems);
    }

    private static ImagePath? PathOf(string word, ImagePath directory)
    {
        if (VisText.Decode(word) is not { } name || !ImagePath.TryParse(name, out ImagePath path)) return null;
        return word.Contains('/', StringComparison.Ordinal) ? path : path.Below(directory);
    }
}
