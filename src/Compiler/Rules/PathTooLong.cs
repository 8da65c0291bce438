using ManifestLinker.Compiler.Diagnostics;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Grammar.Source;

namespace ManifestLinker.Compiler.Rules;

/// <summary>MLC1020: A path or a component of it is longer than UFS and the kernel allow.</summary>
public static class PathTooLong
{
    /// <summary>What this rule is.</summary>
    public static readonly Rule Rule = new()
    {
        Id = "MLC1020",
        Name = "path-too-long",
        Severity = Severity.Error,
        Phase = Phase.Syntax,
        Summary = "A path or a component of it is longer than UFS and the kernel allow.",
        Explanation =
            "A name in UFS has at most 255 bytes (MAXNAMLEN); a path at most 1023 (PATH_MAX).",
        Bad = "f usr/share/<256 characters> 0444 root bin",
        Good = "f usr/share/<255 characters> 0444 root bin",
    };

    /// <summary>The longest component, in bytes.</summary>
    public const int MaxName = 255;

    /// <summary>The longest path, in bytes.</summary>
    public const int MaxPath = 1023;

    /// <summary><paramref name="word"/> is <paramref name="path"/>; null where that is short enough.</summary>
    public static Finding? Check(Token word, ImagePath path)
    {
        // No character of UTF-16 takes more than three bytes in UTF-8.
        if (path.Text.Length <= MaxName / 3) return null;
        int whole = EscapedUtf8.ByteCount(path.Text);
        int longest = path.Text.Split('/').Max(name => EscapedUtf8.ByteCount(name));
        if (whole <= MaxPath && longest <= MaxName) return null;
        string what = longest > MaxName ? $"a component of {longest} bytes; at most {MaxName}" : $"{whole} bytes; at most {MaxPath}";
        return Finding.Of(Rule, $"the path has {what} fit", Location.Of(word)) with
        {
            Help = "shorten the name",
            DetailKey = path.Text,
        };
    }
}
