using System.Globalization;
using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.SystemTables;

namespace ManifestLinker.Compiler.Rules.Drivers;

/// <summary>A table that the image delivers. What is wrong in it is told at the line of a manifest that delivers it.</summary>
internal sealed record DeliveredTable<T>(AuditedImage Image, ImagePath Path, SystemTable<T> Table)
{
    private const int LongestText = 500;

    /// <summary>Its rows.</summary>
    public IReadOnlyList<T> Rows => Table.Rows;

    /// <summary>The table at <paramref name="path"/>, read by <paramref name="read"/>; null where the image has none.</summary>
    public static DeliveredTable<T>? Find(AuditedImage image, string path, Func<string, SystemTable<T>> read)
    {
        if (image.FileAt(path) is not { } file) return null;
        string? text = TableText.Of(file.Inode.Content);
        return new(image, ImagePath.Parse(path), text is null ? SystemTable<T>.TooLarge : read(text));
    }

    /// <summary>
    /// A finding about the line <paramref name="line"/>; <paramref name="what"/> goes on where the name of the table stands, and
    /// <paramref name="key"/> tells it from others, whatever line it moves to.
    /// </summary>
    public Finding At(Rule rule, int line, string what, string key, string help) =>
        Image.Finding(rule, Path, $"'{Path}' {OneLine(what)}, on line {line}", OneLine(key)) with
        {
            Help = OneLine(help),
            Detail = [new("line", line.ToString(CultureInfo.InvariantCulture)), new("about", OneLine(key))],
        };

    /// <summary>The findings about the form of its lines.</summary>
    public IEnumerable<Finding> Misspelled(Rule rule, string help) =>
        Table.Problems.Select(problem => At(rule, problem.Line, problem.What, problem.Words, help));

    // A table may hold anything, but a message is a line.
    private static string OneLine(string text)
    {
        if (text.Length > LongestText) text = text[..LongestText] + "...";
        return string.Create(text.Length, text, (line, given) =>
        {
            for (int i = 0; i < line.Length; i++) line[i] = char.IsControl(given[i]) ? '?' : given[i];
        });
    }
}
