using ManifestLinker.Compiler.Tree;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// Loads an object and what it needs, breadth first, as the linker does. An inode that is reached by two names is one object. A name
/// that is found nowhere is taken from what is loaded already, if something goes by it (<c>load_so()</c> in
/// <c>usr/src/cmd/sgs/rtld/common/analyze.c</c>).
/// </summary>
internal sealed class ClosureWalk(RunTimeLinkerProfile profile, Func<LinkedObject, IReadOnlyList<LinkedObject>, Predicate<string>?, IReadOnlyList<Dependency>> named)
{
    private readonly List<LinkedObject> objects = [];
    private readonly List<Binding> bindings = [];
    private readonly Dictionary<Inode, int> numbers = [];
    private readonly Dictionary<string, LinkedObject> byName = new(StringComparer.Ordinal);
    private readonly List<int> loaders = [];
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The closure of <paramref name="root"/>, in a process with rights of others if <paramref name="isSecure"/>.</summary>
    public Closure From(LinkedObject root, bool isSecure)
    {
        used.UnionWith(profile.TrustedDirectories);
        Load(root, loader: -1, root.Name.Name);
        for (int i = 0; i < objects.Count; i++)
        {
            // glibc's directories depend on who loaded whom; those of illumos do not, and then the chain is not made.
            IReadOnlyList<LinkedObject> chain = profile.IsGnu ? [.. ChainOf(i)] : [];
            foreach (Dependency dependency in named(objects[i], chain, isSecure ? used.Contains : null)) Bind(dependency, i);
        }
        return new Closure(root, objects, bindings);
    }

    private void Bind(Dependency dependency, int user)
    {
        if (profile.IsGnu && Loaded(dependency.Text) is { } known)
        {
            bindings.Add(new(dependency, known));
            return;
        }
        if (dependency.Found is { } found)
        {
            Load(found, user, dependency.Text);
            if (dependency.FoundBy is { } path) used.Add(path[..Math.Max(0, path.LastIndexOf('/'))]);
            bindings.Add(new(dependency, null));
            return;
        }
        bindings.Add(new(dependency, dependency.Filter is null ? Loaded(dependency.Text[(dependency.Text.LastIndexOf('/') + 1)..]) : null));
    }

    private LinkedObject? Loaded(string name) => byName.TryGetValue(name, out LinkedObject known) ? known : null;

    private void Load(LinkedObject found, int loader, string name)
    {
        if (numbers.TryAdd(found.File.Inode, objects.Count))
        {
            objects.Add(found);
            loaders.Add(loader);
            used.Add(found.Origin);
        }
        byName.TryAdd(name[(profile.IsGnu ? 0 : name.LastIndexOf('/') + 1)..], found);
        byName.TryAdd(found.Soname, found);
        if (!profile.IsGnu) byName.TryAdd(found.Name.Name, found);
    }

    private IEnumerable<LinkedObject> ChainOf(int number)
    {
        for (int at = loaders[number]; at >= 0; at = loaders[at]) yield return objects[at];
    }
}
