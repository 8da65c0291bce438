using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// What every program and every library of an image loads, each on its own: a library whose needs only its callers satisfy is told from one
/// that can stand alone.
/// </summary>
internal sealed class DependencySurvey
{
    private readonly Dictionary<LinkedObject, Closure> closures = [];
    private readonly Lazy<ILookup<string, ImagePath>> byName;

    /// <summary>The survey of what <paramref name="linker"/> loads.</summary>
    public DependencySurvey(LoadModel linker, CancellationToken cancel)
    {
        Linker = linker;
        LinkedObject[] all = [.. linker.Objects];
        Modules = [.. all.Where(found => KernelModules.Is(found.File) && !ForeignSystem.IsLinux(found.Elf))];
        Objects = [.. all.Where(found => !KernelModules.Is(found.File) && ForeignSystem.IsOurs(found.Elf))];
        foreach (LinkedObject root in Objects)
        {
            cancel.ThrowIfCancellationRequested();
            closures.Add(root, linker.ClosureOf(root));
        }
        Unmet = [.. Lacking()];
        byName = new(() => Image.Tree.Entries.ToLookup(entry => entry.Path.Name, entry => entry.Path, StringComparer.Ordinal));
    }

    /// <summary>The linker.</summary>
    public LoadModel Linker { get; }

    /// <summary>The image.</summary>
    public AuditedImage Image => Linker.Image;

    /// <summary>The programs and libraries of the platform, in the order of their paths; not those of other systems.</summary>
    public IReadOnlyList<LinkedObject> Objects { get; }

    /// <summary>What the kernel loads; not what lies there and was made for another system.</summary>
    public IReadOnlyList<LinkedObject> Modules { get; }

    /// <summary>What is needed and not found, each dependency once, in the order of the objects.</summary>
    public IReadOnlyList<Unmet> Unmet { get; }

    /// <summary>What is loaded with <paramref name="root"/>, one of <see cref="Objects"/>.</summary>
    public Closure ClosureOf(LinkedObject root) => closures[root];

    /// <summary>What <see cref="Objects"/> need, each text of an object once; without filters.</summary>
    public IEnumerable<Dependency> Needs() => Objects.SelectMany(NeedsOf);

    /// <summary>What <paramref name="of"/> needs, each text once; without filters.</summary>
    public IEnumerable<Dependency> NeedsOf(LinkedObject of) => Linker.DependenciesOf(of)
        .Where(dependency => dependency.Filter is null)
        .DistinctBy(dependency => dependency.Text, StringComparer.Ordinal);

    /// <summary>Where in the image something lies that <paramref name="dependency"/> means by its name and could load, in the order of the paths.</summary>
    public IEnumerable<ImagePath> Elsewhere(Dependency dependency) => byName.Value[dependency.Text[(dependency.Text.LastIndexOf('/') + 1)..]]
        .Where(path => Linker.ObjectAt(path.Text) is { } found && found.Elf.FitsTo(dependency.Of.Elf));

    private IEnumerable<Unmet> Lacking()
    {
        var roots = new Dictionary<Dependency, List<(LinkedObject Root, LinkedObject? ByLuck)>>(ReferenceEqualityComparer.Instance as IEqualityComparer<Dependency>);
        foreach (LinkedObject root in Objects)
        {
            foreach (Binding binding in closures[root].Bindings)
            {
                if (binding.Dependency is not { Found: null, Filter: null }) continue;
                if (!roots.TryGetValue(binding.Dependency, out List<(LinkedObject, LinkedObject?)>? met)) roots.Add(binding.Dependency, met = []);
                met.Add((root, binding.Loaded));
            }
        }
        return Needs().Where(roots.ContainsKey).Select(dependency => Judge(dependency, roots[dependency]));
    }

    // What counts are the processes it is loaded in; a library that no program loads by name is judged alone.
    private static Unmet Judge(Dependency dependency, List<(LinkedObject Root, LinkedObject? ByLuck)> roots)
    {
        (LinkedObject Root, LinkedObject? ByLuck)[] processes = [.. roots.Where(met => met.Root.Elf.IsProgram)];
        if (dependency.Of.Elf.IsProgram || processes.Length == 0)
            return new(dependency, [], roots.First(met => met.Root.Equals(dependency.Of)).ByLuck);
        LinkedObject[] missing = [.. processes.Where(met => met.ByLuck is null).Select(met => met.Root)];
        return missing.Length > 0
            ? new(dependency, missing, null)
            : new(dependency, [.. processes.Select(met => met.Root)], processes[0].ByLuck);
    }
}
