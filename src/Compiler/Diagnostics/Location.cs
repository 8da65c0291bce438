using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Diagnostics;

/// <summary>
/// A run of characters on one line of a text. Lines and columns count from 1, columns in UTF-16 code units;
/// <see cref="EndColumn"/> is the column after the last character.
/// </summary>
public sealed record Location(SourceText Source, int Line, int Column, int EndColumn)
{
    /// <summary>The file, as it was named to mlc.</summary>
    public string File => Source.Name;

    /// <summary>The whole line, without its end.</summary>
    public string LineText => Source.Line(Line).ToString();

    /// <summary>The place of <paramref name="token"/>.</summary>
    public static Location Of(Token token) =>
        new(token.Source, token.Line, token.Column, token.Column + token.Length);
}
