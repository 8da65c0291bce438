using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ManifestLinker.Runtime.Tests.Acceptance.Listings;

/// <summary>Reads an mtree(5) listing with a few lines of its own, by the manual page.</summary>
internal static partial class MtreeListing
{
    public static IReadOnlyDictionary<string, SpecObject> Read(string file) => File.ReadLines(file)
        .Where(line => !line.StartsWith('#'))
        .Select(Object)
        .ToDictionary(o => o.Path, StringComparer.Ordinal);

    private static SpecObject Object(string line)
    {
        string[] words = line.Split(' ');
        Dictionary<string, string> keywords = words.Skip(1).Select(word => word.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        char type = keywords["type"] switch { "file" => 'f', "dir" => 'd', "link" => 'l', string other => throw new FormatException(other) };
        string target = type == 'l' ? Unvis(keywords["link"]) : "";
        return new(
            Unvis(words[0]), type, SpecObject.FourDigits(keywords["mode"]), uint.Parse(keywords["uid"], CultureInfo.InvariantCulture), uint.Parse(keywords["gid"], CultureInfo.InvariantCulture),
            type == 'f' ? long.Parse(keywords["size"], CultureInfo.InvariantCulture) : Encoding.UTF8.GetByteCount(target),
            int.Parse(keywords["nlink"], CultureInfo.InvariantCulture), long.Parse(keywords["time"].Split('.')[0], CultureInfo.InvariantCulture),
            type == 'f' ? keywords["md5digest"] : "", target);
    }

    // \ooo is a byte in octal; several of them can make one character.
    private static string Unvis(string text) => Escapes().Replace(text, match => Encoding.UTF8.GetString(
        [.. match.Value.Split('\\', StringSplitOptions.RemoveEmptyEntries).Select(octal => Convert.ToByte(octal, 8))]));

    [GeneratedRegex(@"(\\[0-7]{3})+")]
    private static partial Regex Escapes();
}
