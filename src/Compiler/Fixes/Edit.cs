using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Fixes;

/// <summary>
/// A change of one text: the <see cref="Length"/> characters (UTF-16 code units) from <see cref="Start"/> on become
/// <see cref="Replacement"/>. A length of 0 inserts; an empty replacement deletes.
/// </summary>
public sealed record Edit(SourceText Source, int Start, int Length, string Replacement)
{
    /// <summary>The first character behind what is replaced.</summary>
    public int End => Start + Length;

    /// <summary>Writes <paramref name="replacement"/> in place of <paramref name="word"/>.</summary>
    public static Edit Replace(Token word, string replacement) => new(word.Source, word.Start, word.Length, replacement);

    /// <summary>Deletes the line with this number, with its end.</summary>
    public static Edit DeleteLine(SourceText source, int line)
    {
        SourceLine whole = source.LineAt(line);
        return new(source, whole.Start, whole.Next - whole.Start, "");
    }

    /// <summary>Inserts <paramref name="added"/>, which is given without an end, as a line of its own before the line with this number.</summary>
    public static Edit InsertBefore(SourceText source, int line, string added) =>
        new(source, source.LineAt(line).Start, 0, added + EndOfLine(source, line));

    /// <summary>Inserts <paramref name="added"/>, which is given without an end, as a line of its own behind the line with this number.</summary>
    public static Edit InsertAfter(SourceText source, int line, string added)
    {
        SourceLine before = source.LineAt(line);
        return before.Terminator.IsEmpty
            ? new(source, before.Next, 0, EndOfLine(source, line) + added)
            : new(source, before.Next, 0, added + EndOfLine(source, line));
    }

    /// <summary>How a line beside the one with this number ends: as that one does, or, where it is the last and has no end, as the one before.</summary>
    public static string EndOfLine(SourceText source, int line)
    {
        SourceLine own = source.LineAt(line);
        if (own.Terminator.IsEmpty && line > 1) own = source.LineAt(line - 1);
        return own.HasCarriageReturn ? "\r\n" : "\n";
    }
}
