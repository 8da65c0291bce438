using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Grammar.Tests.Syntax;

/// <summary>A line of a tree in words, so that a test can say in one line what it expects.</summary>
internal static class Outline
{
    /// <summary>The only line of <paramref name="text"/>, in words.</summary>
    public static string Of(string text) => Of(Parse(text));

    /// <summary>The only line of <paramref name="text"/>.</summary>
    public static LineSyntax Parse(string text) => ManifestParser.Parse(new SourceText("test", text)).Lines.Single();

    /// <summary>What stands on <paramref name="line"/>, and whether the grammar takes it.</summary>
    public static string Of(LineSyntax line)
    {
        string said = string.Join(", ", Parts(line).Where(part => part.Token is not null).Select(part => $"{part.Name} {part.Token}"));
        return line.IsWellFormed ? said : "bad: " + said;
    }

    private static IEnumerable<(string Name, Token? Token)> Parts(LineSyntax line) => line switch
    {
        BlankLine => [("blank", line.Line.Token)],
        CommentLine comment => [("comment", comment.Comment.Token)],
        ConflictMarkerLine conflict => [("marker", conflict.Marker), ("label", conflict.Label)],
        EntryLine entry =>
        [
            ("kind", entry.Kind),
            .. Parts(entry.Entry),
            .. entry.Entry.Surplus.Select(word => ("surplus", (Token?)word)),
            ("comment", entry.Comment?.Token),
        ],
        _ => throw new ArgumentException($"unknown line {line}", nameof(line)),
    };

    private static IEnumerable<(string Name, Token? Token)> Parts(EntrySyntax entry) => entry switch
    {
        NodeSyntax node => [("path", node.Path), ("mode", node.Mode), ("owner", node.Owner), ("group", node.Group)],
        LinkSyntax link => [("path", link.Path), ("separator", link.Separator), ("target", link.Target)],
        UnknownSyntax => [],
        _ => throw new ArgumentException($"unknown entry {entry}", nameof(entry)),
    };
}
