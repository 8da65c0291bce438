using ManifestLinker.Compiler.Ir;
using ManifestLinker.Compiler.Resolve;
using ManifestLinker.Runtime.World.Phases;
using ManifestLinker.Runtime.World.Plan;

namespace ManifestLinker.Runtime.World.Trace;

/// <summary>What a phase declares, and what lies around it: judges whether it may do what it did. All paths are without links.</summary>
internal sealed class TraceScope
{
    private readonly CompileWorld world;
    private readonly string root;
    private readonly string[] outputs;
    private readonly string[] sources;
    private readonly string[] own;
    private readonly (string Phase, string Output, bool IsNeeded)[] others;
    private readonly HashSet<string> leading = new(StringComparer.Ordinal);
    private readonly (PathGlob Glob, bool IsFromRoot)[] ignored;
    private readonly SystemFolders system;

    /// <summary>The scope of <paramref name="phase"/>, whose temporary files are in <paramref name="temporary"/>.</summary>
    public TraceScope(CompileWorld world, Phase phase, IReadOnlyList<string> temporary, RealPaths real)
    {
        this.world = world;
        root = Real(world.Root);
        outputs = [.. phase.Outputs.Select(output => Real(output.Full))];
        sources = [.. phase.Sources.Select(source => Real(source.Full))];
        own = [.. new[] { WorldFolder.Of(root).Path[..^"/world".Length] }];
        Needed = PhaseNeeds.Of(world.Phases, phase);
        others = [.. world.Phases.Where(other => other.Name != phase.Name).SelectMany(other => other.Outputs.Select(output => (other.Name, Real(output.Full), Needed.Contains(other.Name))))];
        foreach (string declared in outputs.Concat(sources).Concat(others.Where(other => other.IsNeeded).Select(other => other.Output)).Append(root).Append(Real(phase.Directory.Full)))
            AddLeading(declared);
        ignored = [.. phase.Section.TraceIgnore.Select(pattern => (new PathGlob(pattern.Value), pattern.Value.StartsWith('/')))];
        system = new SystemFolders([.. temporary.Select(Real)]);

        string Real(string path) => real.Of(path, toTheEnd: true);
    }

    /// <summary>The names of the phases that are done before, because they are needed, or needed by what is needed.</summary>
    public IReadOnlySet<string> Needed { get; }

    /// <summary>The system folder that <paramref name="access"/> to <paramref name="path"/> only counts for; null where it must be looked at.</summary>
    public string? SystemFolderOf(string path, Access access) =>
        PhasePath.IsAtOrBelow(path, root) || outputs.Concat(sources).Any(declared => PhasePath.IsAtOrBelow(path, declared)) ? null : system.Of(path, access);

    /// <summary>What of <paramref name="access"/> to <paramref name="path"/> is not declared, with the phase whose output it is; empty where all is well.</summary>
    public IEnumerable<(TraceKind Kind, string? Owner, Access Access)> Undeclared(string path, Access access)
    {
        if (IsDeclared(path) || SystemFolderOf(path, access) is not null || IsIgnored(path)) yield break;
        // Who goes to a place passes what leads there.
        if (leading.Contains(path)) access &= ~(Access.Look | Access.List);
        (string Phase, string Output, bool IsNeeded) other = Array.Find(others, other => PhasePath.IsAtOrBelow(path, other.Output));
        bool isInside = PhasePath.IsAtOrBelow(path, root);
        Access reads = other.IsNeeded ? Access.None : access & ~Access.Write;
        if (reads != Access.None && SystemFolderOf(path, reads) is null)
            yield return (other.Phase is not null ? TraceKind.ReadsOutput : isInside ? TraceKind.ReadsWorkspace : TraceKind.ReadsOutside, other.Phase, reads);
        if ((access & Access.Write) != Access.None)
            yield return (other.Phase is not null ? TraceKind.WritesOutput : isInside ? TraceKind.WritesWorkspace : TraceKind.WritesOutside, other.Phase, Access.Write);
    }

    /// <summary><paramref name="path"/> as it is shown: from the directory of the workspace file where it lies in there.</summary>
    public string NameOf(string path) => path == root ? "." : PhasePath.IsAtOrBelow(path, root) ? path[(root.Length == 1 ? 1 : root.Length + 1)..] : path;

    /// <summary>Whether <paramref name="phase"/> needs the phase called <paramref name="needed"/>, or one that does.</summary>
    public bool Needs(string phase, string needed) => PhaseNeeds.Of(world.Phases, world.Phases.First(other => other.Name == phase)).Contains(needed);

    private bool IsDeclared(string path) =>
        outputs.Concat(sources).Concat(own).Any(declared => PhasePath.IsAtOrBelow(path, declared)) || IsInRepositoryOfSource(path);

    // Git looks into the repository that a source is part of; what it reads there counts by the revision of the source.
    private bool IsInRepositoryOfSource(string path)
    {
        int git = path.IndexOf("/.git", StringComparison.Ordinal);
        return git > 0 && (path.Length == git + 5 || path[git + 5] == '/') && sources.Any(source => PhasePath.IsAtOrBelow(source, path[..git]));
    }

    private bool IsIgnored(string path) => ignored.Any(pattern =>
        (pattern.IsFromRoot || PhasePath.IsAtOrBelow(path, root)) && pattern.Glob.Matches(ImagePath.Parse(pattern.IsFromRoot ? path[1..] : NameOf(path))));

    private void AddLeading(string path)
    {
        for (string above = path; leading.Add(above) && above.Length > 1;) above = above.LastIndexOf('/') is > 0 and int slash ? above[..slash] : "/";
    }
}
