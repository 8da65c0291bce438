using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Rules;
using ManifestLinker.Grammar.Source;
using Tomlyn.Syntax;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>The first error of a parse: what is wrong, in words of our own, and the statement that it spoils.</summary>
internal sealed partial class TomlSyntaxError
{
    private readonly SourcePlaces places;
    private readonly DiagnosticMessage found;
    private readonly int offset;

    /// <summary>The error <paramref name="found"/> of <paramref name="document"/>.</summary>
    public TomlSyntaxError(SourcePlaces places, DocumentSyntax document, DiagnosticMessage found)
    {
        this.places = places;
        this.found = found;
        offset = Math.Clamp(found.Span.Start.Offset, 0, Text.Length);
        SourceLine at = places.LineAt(offset);
        KeyValueSyntax? open = LastBefore(document, offset);
        bool atEnd = offset >= Text.Length || Says("End-Of-File");
        Opening? opening = open is null ? null : Opening.Of(open.Value, isInString: offset < EndOf(open.Value) || Says("End-Of-File"));
        if (opening is null || places.LineAt(open!.Span.Start.Offset).Number == at.Number)
        {
            // Without its header a table would hand its keys to the table before it.
            Statement = at.Start..(IsHeader(at) ? Next(at, IsHeader) : at.Next);
            Problem = AtToken(open);
            return;
        }
        int start = places.LineAt(open.Span.Start.Offset).Start;
        bool isNeverClosed = atEnd || StartsStatement(at);
        Statement = start..(atEnd ? Text.Length : isNeverClosed ? at.Start : Next(at, StartsStatement));
        Problem = isNeverClosed
            ? new ConfigurationProblem(
                ConfigSyntax.Rule,
                places.At(opening.Offset, opening.Length),
                $"the {opening.What} that opens here is never closed",
                $"close it with {opening.Closing}")
            : AtToken(open);
    }

    /// <summary>What to tell.</summary>
    public ConfigurationProblem Problem { get; }

    /// <summary>The lines that cannot be used.</summary>
    public Range Statement { get; }

    private string Text => places.Source.Text;

    private static KeyValueSyntax? LastBefore(DocumentSyntax document, int offset) => document.KeyValues
        .Concat(document.Tables.SelectMany(table => table.Items))
        .LastOrDefault(item => item.Key is not null && item.Span.Start.Offset <= offset);

    private bool Says(string part) => found.Message.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static int EndOf(ValueSyntax? value) => value is null ? 0 : value.Span.Start.Offset + value.Span.Length;

    private static bool StartsStatement(SourceLine line) => StatementStart().IsMatch(line.Text);

    private static bool IsHeader(SourceLine line) => line.Chars.TrimStart() is ['[', ..];

    private int Next(SourceLine at, Func<SourceLine, bool> begins) =>
        places.Source.Lines.Skip(at.Number).Where(begins).Select(line => (int?)line.Start).FirstOrDefault() ?? Text.Length;

    private ConfigurationProblem AtToken(KeyValueSyntax? statement)
    {
        (string message, string help) = TomlSyntaxWords.Of(found.Message, Text, offset);
        return new ConfigurationProblem(ConfigSyntax.Rule, PlaceOf(statement), message, help);
    }

    private Location PlaceOf(KeyValueSyntax? statement)
    {
        string word = TomlSyntaxWords.Word(Text, offset);
        // What is missing is shown where it is missed, not where a comment ends.
        if (word.Length == 0 && statement is { Value: null, EqualToken.Span: var sign } && places.LineAt(sign.Start.Offset).Number == places.LineAt(offset).Number)
            return places.At(sign.Start.Offset, sign.Length);
        return Says("newline in a string") && statement?.Value is StringValueSyntax { Span: var text } && text.Start.Offset < offset
            ? places.At(text.Start.Offset, offset - text.Start.Offset)
            : places.At(offset, word.Length);
    }

    // A header in brackets, or a key with its sign.
    [GeneratedRegex("""^\s*(\[+\s*[A-Za-z_][A-Za-z0-9_.-]*\s*\]|[A-Za-z0-9_."'-]+\s*=)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StatementStart();

    /// <summary>The bracket or quotes that a value opens with and does not close.</summary>
    private sealed record Opening(int Offset, int Length, string What, string Closing)
    {
        public static Opening? Of(ValueSyntax? value, bool isInString) => value switch
        {
            ArraySyntax { OpenBracket: { } bracket, CloseBracket: null } => new(bracket.Span.Start.Offset, 1, "list", "']'"),
            InlineTableSyntax { OpenBrace: { } brace, CloseBrace: null } => new(brace.Span.Start.Offset, 1, "table", "'}'"),
            StringValueSyntax { Token: { } quotes } when isInString => new(quotes.Span.Start.Offset, 3, "string", "three quotes"),
            _ => null,
        };
    }
}
