namespace ManifestLinker.Compiler.SystemTables;

/// <summary>A token of a table that the kernel reads.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its value: the inside of quotes, the letters of a name or a number, or the character itself.</param>
/// <param name="Line">The line that it begins on, from 1.</param>
/// <param name="IsBroken">Whether it is a quoted text whose second quote is missing on its line.</param>
public readonly record struct KernelToken(KernelTokenKind Kind, string Text, int Line, bool IsBroken = false)
{
    /// <summary>Whether it can stand where a name is wanted.</summary>
    public bool IsWord => Kind is KernelTokenKind.Name or KernelTokenKind.Quoted;
}

/// <summary>What a token is, as far as the tables tell it apart.</summary>
public enum KernelTokenKind
{
    /// <summary>Something that begins no token, or a token longer than the reader's buffer.</summary>
    Unexpected,

    /// <summary>One of the characters <c>= &amp; | * : ; , /</c>.</summary>
    Mark,

    /// <summary>The character <c>#</c>, which begins a comment.</summary>
    Comment,

    /// <summary>The end of a line.</summary>
    NewLine,

    /// <summary>The end of the table.</summary>
    End,

    /// <summary>A text in double quotes.</summary>
    Quoted,

    /// <summary>A decimal, octal or hexadecimal number.</summary>
    Number,

    /// <summary>A name: a letter or <c>_</c>, and letters, digits, <c>_</c> and <c>-</c> behind it; or a lone <c>-</c>.</summary>
    Name,
}
