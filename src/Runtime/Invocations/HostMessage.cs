using System.Text.RegularExpressions;

namespace ManifestLinker.Runtime.Invocations;

/// <summary>
/// What the machine refused, in the words of Unix: the path as the user would write it, and why. The class library has
/// sentences of its own for it, which name the path from the root.
/// </summary>
internal static partial class HostMessage
{
    /// <summary>One line for <paramref name="exception"/>; a message that is not one of the class library's stays as it is.</summary>
    public static string Of(Exception exception, string workingDirectory)
    {
        string message = string.Join(' ', exception.Message.Split('\n', StringSplitOptions.TrimEntries));
        if (Sentence().Match(message) is not { Success: true } match) return message;
        return $"{Shown(match.Groups["path"].Value, workingDirectory)}: {Why(match)}";
    }

    private static string Why(Match match)
    {
        if (match.Groups["absent"].Success) return "no such file or directory";
        if (match.Groups["denied"].Success) return "permission denied";
        if (match.Groups["exists"].Success) return "exists already";
        string words = match.Groups["why"].Value;
        return $"{char.ToLowerInvariant(words[0])}{words[1..]}";
    }

    // From here where it lies here, and from the root otherwise: a path full of ".." tells nobody anything.
    private static string Shown(string path, string workingDirectory)
    {
        string relative = Path.GetRelativePath(workingDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    [GeneratedRegex(
        @"^((?<absent>Could not find (file|a part of the path))|(?<denied>Access to the path)|(?<exists>The file|Cannot create)|(?<why>[A-Z][^':]*) :) '(?<path>/[^']*)'",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sentence();
}
