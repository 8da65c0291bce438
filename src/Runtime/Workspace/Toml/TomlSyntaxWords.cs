using System.Buffers;
using System.Globalization;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Runtime.Workspace.Toml;

/// <summary>What is wrong with a piece of TOML, in words that fit a workspace file.</summary>
internal static class TomlSyntaxWords
{
    private static readonly SearchValues<char> WordEnds = SearchValues.Create(" \t\r\n,=[]{}#");

    /// <summary>Message and help for the parser's <paramref name="complaint"/> at <paramref name="offset"/>.</summary>
    public static (string Message, string Help) Of(string complaint, string text, int offset)
    {
        bool Says(string part) => complaint.Contains(part, StringComparison.OrdinalIgnoreCase);
        char unit = offset < text.Length ? text[offset] : '\n';
        string word = Word(text, offset);
        if (EscapedUtf8.IsEscape(unit)) return ($"the byte 0x{unit - 0xDC00:x2} is not UTF-8", "save the file as UTF-8");
        if (char.IsSurrogate(unit) && Says("surrogate")) return ("half a character is not UTF-8", "save the file as UTF-8");
        if (char.IsControl(unit) && unit is not ('\r' or '\n' or '\t'))
            return ($"the control character U+{((int)unit).ToString("X4", CultureInfo.InvariantCulture)} may not stand here", "delete it");
        if (unit == '\r' && !text.AsSpan(offset).StartsWith("\r\n")) return ("a carriage return may stand before a line feed only", "end lines with LF alone");
        if (Says("newline in a string")) return ("this string has no closing quote", "close it on its line; three quotes open one of several lines");
        if (Says("End-Of-File")) return ("the file ends within a string", "close it");
        if (Says("escape")) return ("this is no escape of a string", "write '\\\\' for a backslash, or put the string between single quotes");
        if (Says("integer")) return Says("leading zero")
            ? ("an integer may not begin with 0", "leave the zero out")
            : ("this is no integer of 64 bits", "write a smaller number");
        if (Says("underscore")) return ("an underscore may stand between two digits only", "leave it out");
        if (Says("date time")) return ("there is no such date", "write a date as 2030-12-31, between quotes");
        if (Says("Expecting `=`"))
        {
            string what = word.Length == 0 ? "a key without '=' and a value" : $"'{word}' stands where '=' is wanted";
            return (what, "write key = value; a comment begins with '#'");
        }
        if (unit == '=' && Says("Unexpected token")) return ("there is no key before '='", "write key = value");
        if (Says("for a value") || Says("expecting a value"))
        {
            return word.Length == 0
                ? ("the value is missing", "write a value after '='")
                : ($"'{word}' is no value", $"strings stand between quotes: \"{word.Trim('"', '\'')}\"");
        }
        if (Says("closebracket")) return ("the header of a table is not closed as it was opened", "write [table], or [[table]] for one of several");
        if (Says("closing `]`")) return ($"'{word}' does not belong into a list here", "separate the items with ',' and close the list with ']'");
        if (Says("closing `}`")) return ($"'{word}' does not belong into a table here", "separate the keys with ',' and close the table with '}'");
        if (Says("token `newline`")) return ($"'{word}' stands behind the end of a statement", "write one key, or one [table], on a line");
        return word.Length == 0
            ? ("something is missing at the end of the line", "write key = value, or [table]")
            : ($"'{word}' is no key", "write key = value, or [table]; keys are made of A-Z a-z 0-9 _ -, others stand between quotes");
    }

    /// <summary>The run of characters at <paramref name="offset"/> up to a blank or a mark, at least one; empty at the end of a line.</summary>
    public static string Word(string text, int offset)
    {
        if (offset >= text.Length || text[offset] is '\r' or '\n' or '#') return "";
        ReadOnlySpan<char> rest = text.AsSpan(offset);
        int length = rest.IndexOfAny(WordEnds);
        if (length < 0) length = rest.Length;
        if (length == 0) length = 1;
        // A character outside the basic plane is two units.
        if (length == 1 && rest.Length > 1 && char.IsSurrogatePair(rest[0], rest[1])) length = 2;
        return rest[..length].ToString();
    }
}
