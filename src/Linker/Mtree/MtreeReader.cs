using ManifestLinker.Compiler.Ir;
using ManifestLinker.Linker.Digests;
using ManifestLinker.Linker.Tree;

namespace ManifestLinker.Linker.Mtree;

/// <summary>
/// Reads mtree(5) in both of its forms: full paths, and names relative to the last directory, with <c>..</c> to leave it. Lines
/// may be continued with a backslash; <c>/set</c> and <c>/unset</c> govern the lines after them.
/// </summary>
public static class MtreeReader
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    /// <summary>All entries of <paramref name="text"/>, in its order, and what is wrong with its lines; never fails.</summary>
    public static (IReadOnlyList<MtreeEntry> Entries, IReadOnlyList<ListingProblem> Problems) Read(string text)
    {
        var entries = new List<MtreeEntry>();
        var problems = new List<ListingProblem>();
        var defaults = new MtreeKeywords();
        ImagePath directory = ImagePath.Root;
        foreach ((int line, string[] words) in Lines(text))
        {
            switch (words[0])
            {
                case "/set":
                    foreach (string word in words.Skip(1)) defaults.Set(word);
                    continue;
                case "/unset":
                    foreach (string word in words.Skip(1)) defaults.Unset(word);
                    continue;
                case "..":
                    if (directory.IsRoot) problems.Add(new ListingProblem(line, "'..' leaves the top directory"));
                    directory = directory.Parent;
                    continue;
            }
            if (PathOf(words[0], directory) is not { } path)
            {
                problems.Add(new ListingProblem(line, $"'{words[0]}' is no path: it has a '..' component or a backslash that escapes nothing"));
                continue;
            }
            if (path.Text.Length > PathLimit.Bytes)
            {
                problems.Add(new ListingProblem(line, $"the path has more than {PathLimit.Bytes} bytes"));
                continue;
            }
            var keywords = new MtreeKeywords(defaults);
            foreach (string word in words.Skip(1)) keywords.Set(word);
            MtreeEntry entry = keywords.Entry(path, line, message => problems.Add(new ListingProblem(line, message)));
            entries.Add(entry);
            bool isFullPath = words[0].Contains('/', StringComparison.Ordinal);
            if (!isFullPath && entry.Kind == FileKind.Directory) directory = path;
        }
        return (entries, problems);
    }

    private static ImagePath? PathOf(string word, ImagePath directory)
    {
        if (VisText.Decode(word) is not { } name || !ImagePath.TryParse(name, out ImagePath path)) return null;
        return word.Contains('/', StringComparison.Ordinal) ? path : path.Below(directory);
    }

    /// <summary>The words of each line that has any, continued lines joined, with the number of the first of them.</summary>
    private static IEnumerable<(int Line, string[] Words)> Lines(string text)
    {
        string[] lines = text.Split('\n');
        var joined = new List<string>();
        for (int i = 0; i < lines.Length; i++)
        {
            int first = i + 1;
            joined.Clear();
            while (IsContinued(lines[i]) && i + 1 < lines.Length) joined.Add(lines[i++].TrimEnd(Blanks)[..^1]);
            joined.Add(lines[i]);
            string line = string.Join(' ', joined).Trim(Blanks);
            if (line.Length == 0 || line[0] == '#') continue;
            yield return (first, line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static bool IsContinued(string line)
    {
        ReadOnlySpan<char> trimmed = line.AsSpan().TrimEnd(Blanks);
        return trimmed.EndsWith('\\') && !trimmed.TrimStart(Blanks).StartsWith('#');
    }
}
