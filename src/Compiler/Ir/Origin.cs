using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Ir;

/// <summary>
/// Where an entry comes from: the component, and the line with the words that became its fields. A field that the line does
/// not have (the mode of a link) is the path's word.
/// </summary>
public sealed record Origin(string Component, Token Path, Token Mode, Token Owner, Token Group, Token Target)
{
    /// <summary>The first word of the line.</summary>
    public Token Kind
    {
        get
        {
            SourceLine line = Path.SourceLine;
            return line.Token.Slice(line.Chars.IndexOfAnyExcept(' ', '\t'), 1);
        }
    }

    /// <summary>The place of the path.</summary>
    public Location PathLocation => Location.Of(Path);

    /// <summary>The word that gives <paramref name="attribute"/>, as <see cref="Difference.Attribute"/> calls it.</summary>
    public Token WordOf(string attribute) => attribute switch
    {
        "mode" => Mode,
        "owner" => Owner,
        "group" => Group,
        _ => Target,
    };

    /// <summary>File and line, for messages.</summary>
    public string FileAndLine => $"{Path.Source.Name}:{Path.Line}";

    /// <summary>The mode as it is spelled.</summary>
    public string ModeText => Mode.ToString();
}
