using ManifestLinker.Compiler.Elf;

namespace ManifestLinker.Compiler.Tests.RunTimeLinker;

/// <summary>
/// A second linker, written from the rules alone and for small images only: names are strings, symbolic links lead to one component in the
/// same directory, and nothing is remembered.
/// </summary>
internal sealed class NaiveLinker(IReadOnlyDictionary<string, ElfObject> objects, IReadOnlyDictionary<string, string> links)
{
    private readonly HashSet<string> asked = [];

    public string Closure(string root)
    {
        var order = new List<string> { root };
        var told = new List<string>();
        for (int i = 0; i < order.Count; i++)
        {
            foreach (ElfNeed need in objects[order[i]].Dynamic!.Needed)
            {
                string? found = Search(order[i], need.Name);
                string? loaded = order.FirstOrDefault(name => Last(name) == need.Name || objects[name].Dynamic!.Soname == need.Name);
                bool viaLink = asked.Contains(need.Name);
                if (found is not null)
                {
                    if (!order.Contains(found)) order.Add(found);
                    asked.Add(need.Name);
                }
                else told.Add($"; {need.Name} {(loaded is null && !viaLink ? "missing" : "by luck")}");
            }
        }
        asked.Clear();
        return string.Join(' ', order) + string.Concat(told);
    }

    private string? Search(string of, string name)
    {
        ElfObject user = objects[of];
        string[] own = user.Dynamic!.SearchPath?.Split(':') ?? [];
        string[] standard = user.Dynamic.LeavesOutDefaultDirectories ? [] : user.Class == ElfClass.Bits32 ? ["/lib", "/usr/lib"] : ["/lib/64", "/usr/lib/64"];
        foreach (string directory in own.Concat(standard))
        {
            string origin = of.Contains('/') ? "/" + of[..of.LastIndexOf('/')] : "";
            string path = directory.Replace("$ORIGIN", origin, StringComparison.Ordinal).Replace("/64", "/amd64", StringComparison.Ordinal).TrimStart('/') + "/" + name;
            while (links.TryGetValue(path, out string? target)) path = path[..path.LastIndexOf('/')] + "/" + target;
            if (objects.TryGetValue(path, out ElfObject? found) && found.Class == user.Class) return path;
        }
        return null;
    }

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
}
