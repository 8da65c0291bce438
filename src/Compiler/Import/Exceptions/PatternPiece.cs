namespace ManifestLinker.Compiler.Import.Exceptions;

/// <summary>A piece of a pattern after its choices have been made.</summary>
internal enum PieceKind
{
    /// <summary>A character.</summary>
    Literal,

    /// <summary>Any one character of a name.</summary>
    One,

    /// <summary>Any number of characters of a name.</summary>
    Run,

    /// <summary>Any number of characters, slashes included.</summary>
    Span,
}

/// <summary>A piece of a pattern: its kind, and the character where it is one.</summary>
internal readonly record struct PatternPiece(PieceKind Kind, char Character = '\0');
