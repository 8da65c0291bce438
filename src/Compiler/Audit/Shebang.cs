using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Audit;

/// <summary>
/// The first line of a script as the kernel of illumos reads it (<c>getintphead</c> in <c>usr/src/uts/common/exec/intp/intp.c</c>): of the
/// bytes behind <c>#!</c> up to the end of the line the first word is the interpreter, the second its one argument, and the rest is
/// dropped. Blanks and tabs alone part words, so a carriage return is part of one; a NUL ends the last word.
/// </summary>
/// <param name="Text">What stands behind <c>#!</c> (as <see cref="EscapedUtf8"/>), up to the end of the line or a NUL; cut where the kernel stops reading.</param>
/// <param name="End">Where the line ends.</param>
public sealed record Shebang(string Text, ShebangEnd End)
{
    /// <summary>How many bytes of a script the kernel looks at (<c>INTPSZ</c>, which is <c>MAXPATHLEN</c>).</summary>
    public const int KernelReads = 1024;

    /// <summary>The words between blanks and tabs.</summary>
    public IReadOnlyList<string> Words { get; } = Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path of the interpreter; null where the line names none.</summary>
    public string? Interpreter => Words.Count > 0 ? Words[0] : null;

    /// <summary>The one argument that the interpreter gets before the path of the script; null where there is none.</summary>
    public string? Argument => Words.Count > 1 ? Words[1] : null;

    /// <summary>The words that the kernel drops.</summary>
    public IEnumerable<string> Dropped => Words.Skip(2);

    /// <summary>Whether the end of the line lies within the bytes that the kernel reads; where it does not, the script cannot be run.</summary>
    public bool EndsInTime => End == ShebangEnd.InTime;

    /// <summary>The line in <paramref name="head"/>, the first <see cref="KernelReads"/> bytes of a file, or all where it has fewer; null where that is no script.</summary>
    public static Shebang? Read(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("#!"u8)) return null;
        ReadOnlySpan<byte> line = head[2..Math.Min(head.Length, KernelReads)];
        int newline = line.IndexOf((byte)'\n');
        if (newline >= 0) line = line[..newline];
        int nul = line.IndexOf((byte)0);
        ShebangEnd end = newline >= 0 ? ShebangEnd.InTime : head.Length < KernelReads ? ShebangEnd.WithTheFile : ShebangEnd.TooLate;
        return new Shebang(EscapedUtf8.Decode(nul < 0 ? line : line[..nul]), end);
    }
}

/// <summary>Where the first line of a script ends.</summary>
public enum ShebangEnd
{
    /// <summary>Within the bytes that the kernel reads.</summary>
    InTime,

    /// <summary>Behind the bytes that the kernel reads.</summary>
    TooLate,

    /// <summary>Nowhere: the file ends before, and the kernel looks for the end in bytes that are not the file's.</summary>
    WithTheFile,
}
