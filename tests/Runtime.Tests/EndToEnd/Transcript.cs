using System.Text;
using System.Text.RegularExpressions;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd;

/// <summary>
/// A session with mlc as text, as it would look on a screen: a line <c>$ mlc ...</c>, what it wrote, lines of standard error
/// with <c>! </c> in front, and <c>=> STATUS</c>. <c>$ cat FILE</c> shows a file that a command wrote; <c>## </c> begins a remark.
/// </summary>
internal static partial class Transcript
{
    /// <summary>Runs the commands that a transcript names and gives the transcript as it is now.</summary>
    public static string Replay(string transcript, string directory)
    {
        StringBuilder text = new();
        foreach (string line in transcript.Split('\n').Where(line => line.StartsWith("$ ", StringComparison.Ordinal) || line.StartsWith("## ", StringComparison.Ordinal)))
        {
            text.Append(line).Append('\n');
            if (line[0] == '#') continue;
            string[] words = [.. Word().Matches(line[2..]).Select(word => word.Value.Trim('\''))];
            if (string.Equals(words[0], "cat", StringComparison.Ordinal)) text.Append(File.ReadAllText(Path.Combine(directory, words[1])));
            else Show(Mlc.Run(directory, words[1..]), text);
            text.Append('\n');
        }
        return Settle(text.ToString(), directory);
    }

    private static void Show(Outcome outcome, StringBuilder text)
    {
        text.Append(outcome.Output);
        if (outcome.Output.Length > 0 && !outcome.Output.EndsWith('\n')) text.Append("\n(no newline)\n");
        foreach (string line in outcome.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)) text.Append("! ").Append(line).Append('\n');
        text.Append("=> ").Append(outcome.Status).Append('\n');
    }

    /// <summary>Takes out what may differ with the place, the version of mlc and the version of its compressor.</summary>
    private static string Settle(string text, string directory) =>
        MadeBy().Replace(CompressedUsr().Replace(RulesHash().Replace(ArchiveHash().Replace(text, "sha1 *"), "xxh64:*"), "$1 *"), "*")
            .Replace(directory, "<here>", StringComparison.Ordinal);

    [GeneratedRegex("'[^']*'|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("sha1 [0-9a-f]{40}")]
    private static partial Regex ArchiveHash();

    [GeneratedRegex("xxh64:[0-9a-f]{16}")]
    private static partial Regex RulesHash();

    [GeneratedRegex("(?<=\"(tool|engine)\": \")[^\"]*|(?<=\"compressedUsr\":)[0-9]+")]
    private static partial Regex MadeBy();

    [GeneratedRegex(@"^(\./usr\.lgz type=file).*$", RegexOptions.Multiline)]
    private static partial Regex CompressedUsr();
}
