using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Elf;
using ManifestLinker.Compiler.Ir;

namespace ManifestLinker.Compiler.RunTimeLinker;

/// <summary>
/// A static model of the run-time linker: what the objects of an image load, which of it is missing and why, and who needs what. What
/// one object names is looked for once, however often it is loaded. It remembers, so one thread at a time may ask it.
/// </summary>
public sealed class LoadModel
{
    private readonly Dictionary<LinkedObject, IReadOnlyList<Dependency>> known = [];
    private readonly DependencySearch search;
    private readonly ObjectLookup lookup;
    private readonly Lazy<ILookup<AuditedFile, Dependency>> users;

    /// <summary>The linker with the ways of <paramref name="profile"/> in <paramref name="image"/>.</summary>
    public LoadModel(AuditedImage image, RunTimeLinkerProfile profile)
    {
        Image = image;
        Profile = profile;
        var undelivered = new UndeliveredSearch(image);
        Order = new SearchOrder(profile);
        lookup = new ObjectLookup(image, profile, undelivered);
        search = new DependencySearch(profile, Order, lookup);
        Modules = new KernelModules(image, profile.Values.Platforms, undelivered);
        users = new(() => AllNamed().Where(dependency => dependency.Found is not null)
            .ToLookup(dependency => dependency.Found!.Value.File, ReferenceEqualityComparer.Instance as IEqualityComparer<AuditedFile>));
    }

    /// <summary>The image.</summary>
    public AuditedImage Image { get; }

    /// <summary>The ways of the linker.</summary>
    public RunTimeLinkerProfile Profile { get; }

    /// <summary>How the kernel finds its modules.</summary>
    public KernelModules Modules { get; }

    internal SearchOrder Order { get; }

    /// <summary>Every ELF object of the image, in the order of the paths; one that says <c>$ORIGIN</c> by each of its names.</summary>
    public IEnumerable<LinkedObject> Objects => Image.Objects.SelectMany(file => ObjectNames.All(file, Profile));

    /// <summary>The object with the name <paramref name="path"/>, links followed; null where there is no ELF object.</summary>
    public LinkedObject? ObjectAt(string path) =>
        Image.Follow(ImagePath.Root, path) is { End: Resolve.WalkEnd.Found } walk && Image.FileAt(walk.Path) is { Elf: not null } file
            ? ObjectNames.As(file, walk.Path, Profile)
            : null;

    /// <summary>
    /// What <paramref name="named"/> names: its dependencies in the order they are loaded, then its filters; for a kernel module, the
    /// modules it depends on.
    /// </summary>
    public IReadOnlyList<Dependency> DependenciesOf(LinkedObject named)
    {
        if (!known.TryGetValue(named, out IReadOnlyList<Dependency>? found))
            known.Add(named, found = KernelModules.Is(named.File) ? [.. Modules.DependenciesOf(named)] : Find(named, [], null));
        return found;
    }

    /// <summary>Everything that is loaded with <paramref name="root"/>, in a process with rights of others if <paramref name="isSecure"/>.</summary>
    public Closure ClosureOf(LinkedObject root, bool isSecure = false) => new ClosureWalk(Profile, NamedBy).From(root, isSecure);

    /// <summary>The dependencies of others that lead to <paramref name="file"/>, directly, in the order of the paths.</summary>
    public IEnumerable<Dependency> UsersOf(AuditedFile file) => users.Value[file];

    /// <summary>Whether what <paramref name="dependency"/> names lies in a default directory of its object's class, searched or not.</summary>
    public bool IsInDefaultDirectories(Dependency dependency) =>
        Order.Defaults(dependency.Of.Elf).Any(directory => lookup.InDirectory(directory.Path!, dependency.Text, dependency.Of.Elf).File is not null);

    private IReadOnlyList<Dependency> NamedBy(LinkedObject named, IReadOnlyList<LinkedObject> loaders, Predicate<string>? trusts) =>
        Profile.IsGnu || (trusts is not null && DependenciesOf(named).Any(IsQuestionOfTrust)) ? Find(named, loaders, trusts) : DependenciesOf(named);

    // What neither $ORIGIN nor the working directory leads to is the same in every process.
    private static bool IsQuestionOfTrust(Dependency dependency) =>
        dependency.Through is { } through ? through.Has(PathToken.Origin) : dependency.Text.Contains('$');

    private IEnumerable<Dependency> AllNamed() => Objects.SelectMany(DependenciesOf);

    private IReadOnlyList<Dependency> Find(LinkedObject of, IReadOnlyList<LinkedObject> loaders, Predicate<string>? trusts)
    {
        if (of.Elf.Dynamic is not { } dynamic) return [];
        var found = new List<Dependency>(dynamic.Needed.Count);
        foreach (ElfNeed need in dynamic.Needed)
            found.Add(search.Find(new Dependency { Of = of, Text = need.Name, IsDeferred = need.IsDeferred }, loaders, trusts));
        foreach (ElfFilter filter in Profile.IsGnu ? [] : dynamic.Filters)
            found.Add(search.Find(new Dependency { Of = of, Text = filter.Text, Filter = filter.Kind }, loaders, trusts));
        return found;
    }
}
