using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Formatting;

/// <summary>How a line is written: one blank between words, none at the ends, paths in their normal spelling.</summary>
internal static class LineSpelling
{
    /// <summary>
    /// The canonical text of <paramref name="line"/>, without its end; null where the line stays as it is, because it is no line
    /// of the grammar, or would end in a carriage return that a new end would swallow.
    /// </summary>
    public static string? Of(LineSyntax line)
    {
        if (!IsSound(line)) return null;
        return line switch
        {
            EntryLine { Comment: null } entry => Words(entry),
            EntryLine { Comment: { } comment } entry => $"{Words(entry)} {Text(comment)}",
            CommentLine comment => Text(comment.Comment),
            _ => "",
        };
    }

    /// <summary>Whether <paramref name="line"/> can be written again, and with another end, and still says the same.</summary>
    public static bool IsSound(LineSyntax line) => line.IsWellFormed && !WithoutTrailingBlanks(line.Line).EndsWith('\r');

    /// <summary>The characters of <paramref name="line"/> up to the blanks at its end.</summary>
    public static ReadOnlySpan<char> WithoutTrailingBlanks(SourceLine line) => line.Chars.TrimEnd(" \t");

    private static string Words(EntryLine line) => line.Entry switch
    {
        NodeSyntax node => $"{line.Kind} {PathSpelling.Of(node.Path!.Value)} {node.Mode} {node.Owner} {node.Group}",
        LinkSyntax link => $"{line.Kind} {PathSpelling.Of(link.Path!.Value)}={Target(line, link.Target!.Value)}",
        _ => throw new ArgumentException("no entry of the grammar", nameof(line)),
    };

    // The target of a symbolic link is a text, that of a hard link is a path.
    private static string Target(EntryLine line, Token target) => line.Kind.Is("h") ? PathSpelling.Of(target) : target.Text;

    private static string Text(CommentSyntax comment) => comment.Token.Text.TrimEnd(' ', '\t');
}
