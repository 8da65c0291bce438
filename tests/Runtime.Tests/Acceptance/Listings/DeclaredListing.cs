using System.Globalization;
using System.Security.Cryptography;
using ManifestLinker.Runtime.Tests.Acceptance.Inputs;

namespace ManifestLinker.Runtime.Tests.Acceptance.Listings;

/// <summary>
/// What manifests declare, read as plainly as can be: words parted by blanks, the last declaration counts, the first search
/// directory that has a file delivers it, an unknown account is 0.
/// </summary>
internal static class DeclaredListing
{
    public static IReadOnlyDictionary<string, SpecObject> Read(string workspace, Declarations declarations)
    {
        string[] search = [.. declarations.SearchDirectories.Select(directory => Path.Combine(workspace, directory))];
        Dictionary<string, uint> users = Accounts(Find(search, "etc/passwd")), groups = Accounts(Find(search, "etc/group"));
        var objects = new Dictionary<string, SpecObject>(StringComparer.Ordinal);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (string[] words in declarations.Manifests.SelectMany(manifest => File.ReadLines(Path.Combine(workspace, manifest))).Select(line => Words(line, declarations)))
        {
            if (words.Length == 0 || words[0].StartsWith('#')) continue;
            string[] link = words[0] is "s" or "h" ? words[1].Split('=') : [words[1], ""];
            string path = "./" + link[0].TrimEnd('/');
            if (words[0] == "h") names[path] = link[1].StartsWith('.') ? Path.GetFullPath(Path.Combine("/", path, "..", link[1]))[1..] : link[1];
            else objects[path] = words[0] switch
            {
                "s" => new(path, 'l', "0777", 0, 0, System.Text.Encoding.UTF8.GetByteCount(link[1]), 1, LinkedPlatform.Time, "", link[1]),
                _ => new(path, words[0].Single(), SpecObject.FourDigits(words[2]), users.GetValueOrDefault(words[3]), groups.GetValueOrDefault(words[4]), 0, 1, LinkedPlatform.Time, "", ""),
            };
        }
        foreach ((string path, SpecObject o) in objects.Where(pair => pair.Value.Type == 'f').ToArray())
        {
            byte[] content = File.ReadAllBytes(Find(search, path));
            objects[path] = o with { Size = content.Length, Md5 = Convert.ToHexStringLower(Md5(content)) };
        }
        return WithLinks(objects, names);
    }

    private static Dictionary<string, SpecObject> WithLinks(Dictionary<string, SpecObject> objects, Dictionary<string, string> names)
    {
        // A name may lead to another name; the last is that of a file.
        foreach (string name in names.Keys)
        {
            string end = name;
            while (names.TryGetValue(end, out string? next)) end = "./" + next;
            objects[name] = objects[end] with { Path = name };
            names[name] = end[2..];
        }
        foreach (IGrouping<string, string> file in names.Keys.GroupBy(name => "./" + names[name], StringComparer.Ordinal))
        {
            foreach (string name in file.Append(file.Key)) objects[name] = objects[name] with { Links = file.Count() + 1 };
        }
        return objects;
    }

    private static string[] Words(string line, Declarations declarations)
    {
        foreach ((string variable, string value) in declarations.Variables) line = line.Replace(variable, value);
        return line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Find(string[] search, string path) =>
        search.Select(directory => Path.Combine(directory, path)).First(File.Exists);

    private static Dictionary<string, uint> Accounts(string file) => File.ReadLines(file)
        .Select(line => line.Split(':'))
        .Where(fields => fields.Length > 2)
        .ToDictionary(fields => fields[0], fields => uint.Parse(fields[2], CultureInfo.InvariantCulture), StringComparer.Ordinal);

#pragma warning disable CA5351 // The listings have MD5.
    private static byte[] Md5(byte[] content) => MD5.HashData(content);
#pragma warning restore CA5351
}
