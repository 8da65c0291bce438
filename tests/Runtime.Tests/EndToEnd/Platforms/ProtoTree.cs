using System.Globalization;
using System.Text.RegularExpressions;
using ManifestLinker.Testing;

namespace ManifestLinker.Runtime.Tests.EndToEnd.Platforms;

/// <summary>
/// A tree of files described in text, a line each, in the manner of a manifest:
/// <code>
/// d usr/bin
/// f usr/bin/x 0555 "content"
/// f usr/lib/big 0644 "0123456789" * 30000
/// s usr/bin/y=x
/// p usr/bin/pipe
/// </code>
/// Modes may be left out. Directories above an entry are made as they are needed.
/// </summary>
internal static partial class ProtoTree
{
    public static void Build(string top, string listing)
    {
        foreach (string line in listing.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Match entry = Entry().Match(line);
            if (!entry.Success) throw new ArgumentException($"Not a line of a listing: {line}", nameof(listing));
            Create(Path.Combine(top, entry.Groups["path"].Value), entry);
        }
    }

    private static void Create(string path, Match entry)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        switch (entry.Groups["type"].Value)
        {
            case "d":
                Directory.CreateDirectory(path);
                break;
            case "s":
                File.CreateSymbolicLink(path, entry.Groups["target"].Value);
                return;
            case "p":
                ForeignTool.RunIn("/", "mkfifo", path);
                return;
            default:
                int times = entry.Groups["times"] is { Success: true } given ? int.Parse(given.Value, CultureInfo.InvariantCulture) : 1;
                string content = entry.Groups["content"].Value.Replace("\\n", "\n", StringComparison.Ordinal);
                File.WriteAllText(path, string.Concat(Enumerable.Repeat(content, times)));
                break;
        }
        if (entry.Groups["mode"] is { Success: true } mode) File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(mode.Value, 8));
    }

    [GeneratedRegex("""^(?<type>[dfsp]) (?<path>[^ =]+)(=(?<target>\S+))?( (?<mode>[0-7]{3,4}))?( "(?<content>[^"]*)")?( \* (?<times>\d+))?$""", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();
}
