using ManifestLinker.Compiler.Audit;
using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Compiler.RunTimeLinker;

namespace ManifestLinker.Compiler.Questions;

/// <summary>
/// Which files of an image name which others: libraries and kernel modules as the model of the run-time linker finds them, and the
/// interpreters of programs and scripts. It remembers, so one thread at a time may ask it.
/// </summary>
public sealed class PlatformGraph
{
    private readonly LoadModel linker;
    private readonly Dictionary<AuditedFile, IReadOnlyList<Edge>> known = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<ILookup<AuditedFile, Edge>> users;

    /// <summary>The graph of <paramref name="image"/>.</summary>
    public PlatformGraph(AuditedImage image)
    {
        Image = image;
        linker = new LoadModel(image, RunTimeLinkerProfile.Illumos);
        users = new(() => image.Files.SelectMany(From).Where(edge => edge.To is not null)
            .ToLookup<Edge, AuditedFile>(edge => edge.To!, ReferenceEqualityComparer.Instance));
    }

    /// <summary>The image.</summary>
    public AuditedImage Image { get; }

    /// <summary>What <paramref name="file"/> names, in the order it is loaded; its interpreter last.</summary>
    public IReadOnlyList<Edge> From(AuditedFile file)
    {
        if (!known.TryGetValue(file, out IReadOnlyList<Edge>? edges)) known.Add(file, edges = [.. Named(file)]);
        return edges;
    }

    /// <summary>Who names <paramref name="file"/>, in the order of the paths.</summary>
    public IEnumerable<Edge> To(AuditedFile file) => users.Value[file];

    /// <summary>The files that name <paramref name="file"/>, or that name one that does, and so on: each once, with its distance, the nearest first.</summary>
    public IReadOnlyList<(AuditedFile File, int Distance)> AllUsersOf(AuditedFile file)
    {
        var seen = new HashSet<AuditedFile>(ReferenceEqualityComparer.Instance) { file };
        var found = new List<(AuditedFile File, int Distance)>();
        var pending = new Queue<(AuditedFile File, int Distance)>([(file, 0)]);
        while (pending.TryDequeue(out (AuditedFile File, int Distance) at))
        {
            foreach (Edge edge in To(at.File))
            {
                if (!seen.Add(edge.From)) continue;
                found.Add((edge.From, at.Distance + 1));
                pending.Enqueue((edge.From, at.Distance + 1));
            }
        }
        return found;
    }

    /// <summary>The files <paramref name="starts"/> and all that they name, and what these name, and so on: each once, the nearest first.</summary>
    public IReadOnlyList<AuditedFile> ReachedFrom(IReadOnlyList<AuditedFile> starts)
    {
        var seen = new HashSet<AuditedFile>(ReferenceEqualityComparer.Instance);
        List<AuditedFile> found = [.. starts.Where(seen.Add)];
        for (int i = 0; i < found.Count; i++)
            found.AddRange(From(found[i]).Select(edge => edge.To).OfType<AuditedFile>().Where(seen.Add));
        return found;
    }

    /// <summary>
    /// The files that <paramref name="name"/> means: the one at that path, links followed; else, where it has no slash, all with that file name or
    /// that <c>DT_SONAME</c>, in the order of their paths.
    /// </summary>
    public IReadOnlyList<AuditedFile> Find(string name)
    {
        if (Image.FileAt(name) is { } file) return [file];
        return name.Contains('/', StringComparison.Ordinal) ? [] : [.. Image.Files.Where(other => GoesBy(other, name))];
    }

    private static bool GoesBy(AuditedFile file, string name) =>
        file.Names.Any(path => path.Name.Equals(name, StringComparison.Ordinal)) || name.Equals(file.Elf?.Dynamic?.Soname, StringComparison.Ordinal);

    private IEnumerable<Edge> Named(AuditedFile file)
    {
        if (file.Elf is { } elf)
        {
            foreach (LinkedObject named in ObjectNames.All(file, linker.Profile))
            {
                foreach (Dependency dependency in linker.DependenciesOf(named)) yield return EdgeOf(file, dependency);
            }
            if (elf.Interpreter is { } linkerPath && !KernelModules.Is(file)) yield return Started(file, EdgeKind.Linker, linkerPath);
        }
        if (file.Shebang?.Interpreter is { } interpreter) yield return Started(file, EdgeKind.Interpreter, interpreter);
    }

    private static Edge EdgeOf(AuditedFile file, Dependency dependency)
    {
        EdgeKind kind = dependency.Filter is not null ? EdgeKind.Filter : KernelModules.Is(file) ? EdgeKind.Module : EdgeKind.Needed;
        return new Edge(file, kind, dependency.Text, dependency.Found?.File, dependency.FoundBy, dependency.Attempts, dependency.IsDeferred || dependency.Filter is not null);
    }

    private Edge Started(AuditedFile file, EdgeKind kind, string path)
    {
        Walk walk = Image.Follow(ImagePath.Root, path);
        AuditedFile? found = walk.End == WalkEnd.Found ? Image.FileAt(walk.Path) : null;
        return new Edge(file, kind, path, found, found is null ? null : path, found is null ? [new Attempt(path, AttemptOutcome.Missing)] : []);
    }
}
