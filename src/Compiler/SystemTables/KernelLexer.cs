using System.Text;

namespace ManifestLinker.Compiler.SystemTables;

/// <summary>
/// Takes a table apart as the kernel of illumos does (<c>kobj_lex()</c> in <c>usr/src/uts/common/os/modsysfile.c</c>, the classes of
/// characters in <c>usr/src/uts/common/sys/kobj_lex.h</c>): total, and in one pass whatever the text is.
/// </summary>
/// <param name="text">The table.</param>
/// <param name="buffer">The size of the buffer that the reader keeps a token in, in characters, the NUL at its end included.</param>
public sealed class KernelLexer(string text, int buffer)
{
    private const int NoMore = -1;

    private readonly StringBuilder value = new();
    private int at;
    private int line = 1;

    /// <summary>The next token; the last is <see cref="KernelTokenKind.End"/>, as often as it is asked for.</summary>
    public KernelToken Next()
    {
        int first;
        do first = Take();
        while (first is ' ' or '\t');
        value.Clear();
        int began = first == '\n' ? line - 1 : line;
        switch (first)
        {
            case NoMore:
                return new(KernelTokenKind.End, "", began);
            case '\n' or '\r':
                return new(KernelTokenKind.NewLine, "", began);
            case '#':
                return new(KernelTokenKind.Comment, "#", began);
            case '=' or '&' or '|' or '*' or ':' or ';' or ',' or '/':
                return new(KernelTokenKind.Mark, ((char)first).ToString(), began);
            case '"':
                return Quoted(began);
            default:
                return Ended(Word(first), began);
        }
    }

    /// <summary>Passes over what is left of the line, its end not included.</summary>
    public void SkipLine()
    {
        int next;
        do next = Take();
        while (next is not (NoMore or '\n' or '\r' or '\f'));
        Back(next);
    }

    /// <summary>What stands up to the next blank or end of a line, which is not taken: the rest of a path.</summary>
    public string TakeToBlank() => TakeTo(" \t\n\r\f");

    /// <summary>What stands up to the next end of a line, which is not taken.</summary>
    public string TakeToEnd() => TakeTo("\n\r\f");

    private string TakeTo(string ends)
    {
        int length = text.AsSpan(at).IndexOfAny(ends);
        int from = at;
        at = length < 0 ? text.Length : at + length;
        return text[from..at];
    }

    private KernelToken Ended(KernelTokenKind kind, int began) => new(kind, value.ToString(), began);

    private KernelToken Quoted(int began)
    {
        for (int next = Take(); next != '"'; next = Take())
        {
            if (next is NoMore or '\n')
            {
                Back(next);
                return Ended(KernelTokenKind.Quoted, began) with { IsBroken = true };
            }
            if (next == '\\') next = Escaped();
            if (value.Length >= buffer - 1) return Ended(KernelTokenKind.Unexpected, began);
            if (next != NoMore) value.Append((char)next);
        }
        return Ended(KernelTokenKind.Quoted, began);
    }

    // An octal number, or the character itself, the end of a line included.
    private int Escaped()
    {
        int next = Take();
        if (!IsDigit(next)) return next;
        int number = 0;
        for (; next is >= '0' and <= '7'; next = Take()) number = (number << 3) + next - '0';
        Back(next);
        return number & 0x7f;
    }

    private KernelTokenKind Word(int first)
    {
        value.Append((char)first);
        int next = first;
        if (next is '-' or '~')
        {
            next = Take();
            if (first == '-' && next is (' ' or '\t' or '\n'))
            {
                Back(next);
                return KernelTokenKind.Name;
            }
            if (next != NoMore) value.Append((char)next);
        }
        if (IsDigit(next)) return Number(next);
        if (!IsLetter(next) && next is not ('\\' or '_')) return KernelTokenKind.Unexpected;
        return Name(next);
    }

    private KernelTokenKind Number(int first)
    {
        int next = Take();
        if (first == '0' && next == 'x')
        {
            if (!Keep(next)) return KernelTokenKind.Unexpected;
            next = Take();
            for (; next != NoMore && char.IsAsciiHexDigit((char)next); next = Take())
            {
                if (!Keep(next)) return KernelTokenKind.Unexpected;
            }
        }
        else
        {
            for (; IsDigit(next); next = Take())
            {
                if (!Keep(next)) return KernelTokenKind.Unexpected;
            }
        }
        Back(next);
        return KernelTokenKind.Number;
    }

    // A backslash takes what stands behind it into the name, whatever it is.
    private KernelTokenKind Name(int first)
    {
        int next = first;
        if (first == '\\') value.Length--;
        else next = Take();
        while (IsLetter(next) || IsDigit(next) || next is '_' or '-' or '\\')
        {
            if (next == '\\') next = Take();
            if (next == NoMore) break;
            if (!Keep(next)) return KernelTokenKind.Unexpected;
            next = Take();
        }
        Back(next);
        return KernelTokenKind.Name;
    }

    private bool Keep(int next)
    {
        if (value.Length >= buffer - 1) return false;
        value.Append((char)next);
        return true;
    }

    private int Take()
    {
        if (at == text.Length) return NoMore;
        char next = text[at++];
        if (next == '\n') line++;
        return next;
    }

    private void Back(int taken)
    {
        if (taken == NoMore) return;
        at--;
        if (taken == '\n') line--;
    }

    private static bool IsDigit(int next) => next is >= '0' and <= '9';

    private static bool IsLetter(int next) => next is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
