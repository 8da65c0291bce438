using ManifestLinker.Grammar.Parsing;
using ManifestLinker.Grammar.Source;
using ManifestLinker.Grammar.Syntax;

namespace ManifestLinker.Compiler.Formatting;

/// <summary>What belongs to a line without standing on it: the directives right above, which speak of it.</summary>
internal static class AttachedLines
{
    /// <summary>The number of the first line of those that belong to the line with this number; itself where none do.</summary>
    public static int FirstOf(SourceText source, int line)
    {
        while (line > 1 && IsDirective(source.LineAt(line - 1))) line--;
        return line;
    }

    private static bool IsDirective(SourceLine line) =>
        line.Chars.Contains('#') && ManifestParser.Parse(line) is CommentLine { Comment.Directive: not null };
}
