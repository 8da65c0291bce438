using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Formatting;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Merge;
using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Rules;

/// <summary>What the line of a directory that no line declares most likely is, and where it belongs.</summary>
internal sealed class LikelyDirectory(Union union)
{
    private const string Usual = "0755 root bin";

    private readonly Dictionary<ImagePath, string> attributes = [];

    /// <summary>
    /// The line: with the attributes that most directories beside <paramref name="missing"/> have, else those of the directory
    /// above. One that is set-id, sticky or writable for others is no example.
    /// </summary>
    public string LineFor(ImagePath missing) => $"d {missing} {AttributesIn(missing.Parent, missing)}";

    /// <summary>
    /// The edit that declares <paramref name="missing"/> where it sorts among the lines above <paramref name="below"/>, an entry in
    /// it; null where it cannot be written as that line writes it.
    /// </summary>
    public Edit? Declare(ImagePath missing, Entry below)
    {
        Token word = below.Origin.Path;
        bool spelled = !word.Chars.Contains('$') || word.Chars.StartsWith(missing.Text + "/");
        return spelled && missing.Text[0] != '#' ? Edit.InsertBefore(word.Source, PlaceOf(missing, word), LineFor(missing)) : null;
    }

    private string AttributesIn(ImagePath parent, ImagePath missing)
    {
        if (attributes.TryGetValue(parent, out string? known)) return known;
        string? most = union.Siblings(missing)
            .OfType<DirectoryEntry>()
            .Where(IsExample)
            .GroupBy(Attributes, StringComparer.Ordinal)
            .MaxBy(group => group.Count())?.Key;
        most ??= parent.IsRoot ? Usual
            : union.Find(parent) is DirectoryEntry above && IsExample(above) ? Attributes(above)
            : AttributesIn(parent.Parent, parent);
        attributes.Add(parent, most);
        return most;
    }

    private static bool IsExample(DirectoryEntry directory) => (directory.Mode.Bits & 0b111_000_010_010) == 0;

    private static string Attributes(DirectoryEntry directory) => $"{directory.Mode} {directory.Owner} {directory.Group}";

    // Up over the entries that are in order and sort after it, with what belongs to them.
    private static int PlaceOf(ImagePath missing, Token word)
    {
        int line = word.Line;
        string next = KeyOf(word.Source.LineAt(line)) ?? "";
        for (; ; line--)
        {
            int first = AttachedLines.FirstOf(word.Source, line);
            if (first != line || line == 1) return first;
            string? above = KeyOf(word.Source.LineAt(line - 1));
            if (above is null || string.CompareOrdinal(above, missing.Text) <= 0 || string.CompareOrdinal(above, next) > 0) return first;
            next = above;
        }
    }

    private static string? KeyOf(SourceLine line) =>
        ManifestParser.Parse(line) is EntryLine { IsWellFormed: true } entry ? LineGroup.KeyOf(entry) : null;
}
