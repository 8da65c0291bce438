using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Fixes;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1004: A mode is not spelled with four digits.</summary>
public static class ModeNotFourDigits
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1004",
        Name = "mode-not-four-digits",
        Severity = Severity.Warning,
        Fix = FixSafety.Offered,
        Phase = Phase.Syntax,
        Summary = "A mode is not spelled with four digits.",
        Explanation =
            "All readers take 755, 044 or 07555 as the number it is. But a mode of another length is a slip more "
            + "often than not: of the odd modes in the real manifests, 044 was meant to be 0444, and 07555 made a "
            + "directory set-user-id, set-group-id and sticky.",
        Bad = "f usr/share/man/man1/size.1 044 root bin",
        Good = "f usr/share/man/man1/size.1 0444 root bin",
    };

    /// <summary><paramref name="word"/> is <paramref name="mode"/>, spelled with more or fewer than four digits.</summary>
    public static Finding At(Token word, Mode mode)
    {
        Mode? meant = Meant(word.ToString()) is { } other && other != mode ? other : null;
        // Which it is, only the author knows; the likelier one comes first.
        Mode[] readings = meant is { } likely ? [likely, mode] : [mode];
        return Finding.Of(Rule, $"the mode '{word}' does not have four digits; it is read as {mode}", Location.Of(word)) with
        {
            Help = meant is null ? $"write {mode}" : $"write {mode}, or {meant} if that was meant",
            Detail = [new("mode", word.ToString())],
            DetailKey = word.ToString(),
            Fixes = [.. readings.Select(reading => Fix.Of(FixSafety.Offered, $"write {reading}", Edit.Replace(word, reading.ToString())))],
        };
    }

    // A digit was left out after a leading zero, or one too many was written before the last three.
    private static Mode? Meant(string digits)
    {
        string text = digits.Length == 3 ? $"{digits}{digits[^1]}" : $"0{digits[^3..]}";
        return text.StartsWith('0') && Mode.TryParse(text, out Mode mode) ? mode : null;
    }
}
