using System.Text.RegularExpressions;
using ManifestLinker.Compiler.Diagnostics;
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
        Opening? opening = open is not null && open.Span.Start.Offset < at.Start ? Opening.Of(open.Value) : null;
        int start = opening is null ? at.Start : places.LineAt(open!.Span.Start.Offset).Start;
        if (opening is null)
        {
            Statement = start..at.Next;
            Problem = AtToken(open);
        }
        else if (offset >= Text.Length || StartsStatement(at))
        {
            // What follows is the next statement: the value before it was never closed.
            Statement = start..(offset >= Text.Length ? Text.Length : at.Start);
            Problem = new ConfigurationProblem(
                places.At(opening.Offset, opening.Length),
                $"the {opening.What} that opens here is never closed",
                $"close it with {opening.Closing}");
        }
        else
        {
            Statement = start..EndOfStatement(at);
            Problem = AtToken(open);
        }
    }

    /// <summary>What to tell.</summary>
    public ConfigurationProblem Problem { get; }

    /// <summary>The lines that cannot be used.</summary>
    public Range Statement { get; }

    private string Text => places.Source.Text;

    private static KeyValueSyntax? LastBefore(DocumentSyntax document, int offset) => document.KeyValues
        .Concat(document.Tables.SelectMany(table => table.Items))
        .LastOrDefault(item => item.Key is not null && item.Span.Start.Offset <= offset);

    private static bool StartsStatement(SourceLine line) => StatementStart().IsMatch(line.Text);

    private int EndOfStatement(SourceLine at)
    {
        SourceLine? next = places.Source.Lines.Skip(at.Number).FirstOrDefault(StartsStatement);
        return next?.Start ?? Text.Length;
    }

    private ConfigurationProblem AtToken(KeyValueSyntax? statement)
    {
        (string message, string help) = TomlSyntaxWords.Of(found.Message, Text, offset);
        Location at = places.At(offset, TomlSyntaxWords.Word(Text, offset).Length);
        if (found.Message.Contains("newline in a string", StringComparison.Ordinal)
            && statement?.Value is StringValueSyntax { Span: var text } && text.Start.Offset < offset)
        {
            at = places.At(text.Start.Offset, offset - text.Start.Offset);
        }
        return new ConfigurationProblem(at, message, help);
    }

    // A header in brackets, or a key with its sign.
    [GeneratedRegex("""^\s*(\[+\s*[A-Za-z_][A-Za-z0-9_.-]*\s*\]|[A-Za-z0-9_."'-]+\s*=)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StatementStart();

    /// <summary>The bracket or quotes that a value opens with and does not close.</summary>
    private sealed record Opening(int Offset, int Length, string What, string Closing)
    {
        public static Opening? Of(ValueSyntax? value) => value switch
        {
            ArraySyntax { OpenBracket: { } bracket, CloseBracket: null } => new(bracket.Span.Start.Offset, 1, "list", "']'"),
            InlineTableSyntax { OpenBrace: { } brace, CloseBrace: null } => new(brace.Span.Start.Offset, 1, "table", "'}'"),
            StringValueSyntax { Token: { } quotes } => new(quotes.Span.Start.Offset, 3, "string", "three quotes"),
            _ => null,
        };
    }
}
