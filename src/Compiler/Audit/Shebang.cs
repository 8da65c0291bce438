using System.Text;

namespace ManifestLinker.Compiler.Audit;

/// <summary>
/// The first line of a script as the kernel of illumos reads it (<c>usr/src/uts/common/exec/intp/intp.c</c>): the bytes behind <c>#!</c>
/// up to the end of the line, of which the first word is the interpreter, the second its one argument, and the rest is dropped.
/// </summary>
/// <param name="Text">What stands behind <c>#!</c>, without the end of the line; cut where the kernel stops reading.</param>
/// <param name="EndsInTime">Whether the end of the line lies within the bytes that the kernel reads; where it does not, the script cannot be run.</param>
public sealed record Shebang(string Text, bool EndsInTime)
{
    /// <summary>How many bytes of a script the kernel looks at (<c>INTPSZ</c>, which is <c>MAXPATHLEN</c>).</summary>
    public const int KernelReads = 1024;

    /// <summary>The words between blanks and tabs.</summary>
    public IReadOnlyList<string> Words { get; } = Text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The path of the interpreter; null where the line names none.</summary>
    public string? Interpreter => Words.Count > 0 ? Words[0] : null;

    /// <summary>The line in <paramref name="head"/>, the first <see cref="KernelReads"/> bytes of a file; null where that is no script.</summary>
    public static Shebang? Read(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("#!"u8)) return null;
        ReadOnlySpan<byte> line = head[2..Math.Min(head.Length, KernelReads)];
        int end = line.IndexOf((byte)'\n');
        return new Shebang(Encoding.UTF8.GetString(end < 0 ? line : line[..end]), end >= 0);
    }
}
